import { isOneCell } from '../grid/area.ts';
import { movedPlace } from '../grid/move.ts';
import type { Move } from '../grid/move.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** Brings one kind of thing that lies on cells, or names them, to where they are now. */
type Follower = (book: Spreadsheet, move: Move) => void;

/** Everything that follows moved cells. To have a further thing follow is to add it here. */
const followers: readonly Follower[] = [followWithMerges, followWithFilters, followWithNamed, followWithProtected];

/** Call it after every move of cells, when the grids already are as the move leaves them. */
export function follow(book: Spreadsheet, move: Move): void {
  for (const follower of followers) follower(book, move);
}

function followWithMerges(book: Spreadsheet, move: Move): void {
  const places = book.sheets
    .flatMap(({ sheetId, merges }) => merges.map((area) => ({ sheetId, area })))
    .flatMap((place) => movedPlace(place, move) ?? [])
    .filter(({ area }) => !isOneCell(area));
  for (const sheet of book.sheets) {
    sheet.merges = places.filter(({ sheetId }) => sheetId === sheet.sheetId).map(({ area }) => area);
  }
}

/** A filter belongs to its sheet: a cut does not take it along. */
function followWithFilters({ sheets }: Spreadsheet, move: Move): void {
  if (move.kind === 'cut') return;
  for (const sheet of sheets) {
    const { basicFilter, sheetId } = sheet;
    if (!basicFilter) continue;
    const place = movedPlace({ sheetId, area: basicFilter.area }, move);
    if (place) sheet.basicFilter = { ...basicFilter, area: place.area };
    else delete sheet.basicFilter;
  }
}

function followWithNamed(book: Spreadsheet, move: Move): void {
  book.namedRanges = book.namedRanges.flatMap((range) => {
    const place = movedPlace(range, move);
    return place ? [{ ...range, ...place }] : [];
  });
}

/** A cut leaves protection where it is. A protected sheet stays protected whatever moves on it. */
function followWithProtected(book: Spreadsheet, move: Move): void {
  if (move.kind === 'cut') return;
  book.protectedRanges = book.protectedRanges.flatMap((range) => {
    const { sheetId, area } = range;
    if (!area) return move.kind === 'drop sheet' && move.sheetId === sheetId ? [] : [range];
    const place = movedPlace({ sheetId, area }, move);
    return place ? [{ ...range, area: place.area }] : [];
  });
}
