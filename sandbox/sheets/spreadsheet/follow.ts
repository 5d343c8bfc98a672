import { contains, isOneCell } from '../grid/area.ts';
import { movedPlace, movedSpan } from '../grid/move.ts';
import type { Move, Place } from '../grid/move.ts';
import { followWithFormulas } from '../formula/follow.ts';
import { followWithOverlays, movedColumns } from '../overlay/follow.ts';
import { followWithMetadata } from '../metadata/follow.ts';
import type { ProtectedRange, Spreadsheet } from './spreadsheet.ts';

/** Brings one kind of thing that lies on cells, or names them, to where they are now. */
type Follower = (book: Spreadsheet, move: Move) => void;

/** Everything that follows moved cells. To have a further thing follow is to add it here. */
const followers: readonly Follower[] = [
  followWithMerges,
  followWithFrozen,
  followWithFilters,
  followWithNamed,
  followWithProtected,
  followWithOverlays,
  followWithMetadata,
  followWithFormulas,
];

/** Call it after every move of cells, when the grids already are as the move leaves them. */
export function follow(book: Spreadsheet, move: Move): void {
  for (const follower of followers) follower(book, move);
}

function followWithMerges(book: Spreadsheet, move: Move): void {
  const places = book.sheets
    .flatMap(({ sheetId, merges }) => merges.map((area) => ({ sheetId, area })))
    .flatMap((place) => mergeAfter(place, move) ?? [])
    .filter(({ area }) => !isOneCell(area));
  for (const sheet of book.sheets) {
    sheet.merges = places.filter(({ sheetId }) => sheetId === sheet.sheetId).map(({ area }) => area);
  }
}

/** In a sort a merge goes with its row; a sort refuses taller ones. */
function mergeAfter(place: Place, move: Move): Place | undefined {
  if (move.kind !== 'sort' || place.sheetId !== move.sheetId || !contains(move.area, place.area)) {
    return movedPlace(place, move);
  }
  const top = move.landing.get(place.area.top) ?? place.area.top;
  return { ...place, area: { ...place.area, top, bottom: top + 1 } };
}

/** Rows put into the frozen ones or deleted from them leave more or fewer frozen; moved ones change nothing. */
function followWithFrozen({ sheets }: Spreadsheet, move: Move): void {
  if ((move.kind !== 'insert' && move.kind !== 'delete') || move.across) return;
  const name = move.dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  for (const sheet of sheets) {
    const { [name]: frozen, ...rest } = sheet.gridLook;
    if (sheet.sheetId !== move.sheetId || typeof frozen !== 'number') continue;
    const end = movedSpan({ start: 0, end: frozen }, move)?.end;
    sheet.gridLook = { ...rest, ...(end && { [name]: end }) };
  }
}

/** A filter belongs to its sheet: a cut does not take it along. */
function followWithFilters({ sheets }: Spreadsheet, move: Move): void {
  if (move.kind === 'cut') return;
  for (const sheet of sheets) {
    const { basicFilter, sheetId } = sheet;
    if (!basicFilter) continue;
    const place = movedPlace({ sheetId, area: basicFilter.area }, move);
    if (place) sheet.basicFilter = movedColumns({ ...basicFilter, area: place.area }, move);
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
    if (!area) return move.kind === 'drop sheet' && move.sheetId === sheetId ? [] : [withUnprotected(range, move)];
    const place = movedPlace({ sheetId, area }, move);
    return place ? [{ ...range, area: place.area }] : [];
  });
}

function withUnprotected(range: ProtectedRange, move: Move): ProtectedRange {
  const { sheetId, unprotected } = range;
  if (!unprotected) return range;
  return { ...range, unprotected: unprotected.flatMap((area) => movedPlace({ sheetId, area }, move)?.area ?? []) };
}
