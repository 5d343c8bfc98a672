import { Refusal } from '../../errors.ts';
import { intersects } from '../../grid/area.ts';
import { describeBanding } from '../../overlay/describe.ts';
import type { Banding } from '../../overlay/overlay.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { newId } from '../../spreadsheet/ids.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import type { Sheet, Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { BandedRange } from '../../wire/banding.ts';
import type { BandingProperties } from '../../wire/banding.ts';
import { styleMask } from '../../wire/color.ts';
import { asksFor, readUpdateMask } from '../../wire/field-mask.ts';
import { masked } from '../../wire/masked.ts';
import { message } from '../../wire/message.ts';
import { int32, text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

export const addBanding = kind(
  message('AddBandingRequest', { bandedRange: BandedRange }),
  (edit, { bandedRange: { bandedRangeId = newId(edit.book), range, ...given } = {} }) => {
    if (bandingsOf(edit.book).some(({ banding }) => banding.bandedRangeId === bandedRangeId))
      throw new Refusal(`A banded range with the ID ${bandedRangeId} already exists.`);
    const place = freePlace(edit, cellsOf(edit.book, range));
    const added = { bandedRangeId, area: place.area, ...propertiesOf(given) };
    setBandings(place.sheet, [...place.sheet.overlay.bandings, added]);
    return { addBanding: { bandedRange: describeBanding({ book: edit.book, sheet: place.sheet }, added) } };
  },
);

export const updateBanding = kind(
  message('UpdateBandingRequest', { bandedRange: BandedRange, fields: text }),
  (edit, { bandedRange: given = {}, fields }) => {
    const mask = styleMask(readUpdateMask(fields, BandedRange.fields ?? {}));
    const { sheet, banding: old } = bandingById(edit.book, given.bandedRangeId);
    const place = asksFor(mask, 'range')
      ? freePlace(edit, cellsOf(edit.book, given.range), old)
      : { sheet, area: old.area };
    const { rowProperties, columnProperties } = old;
    const properties = masked(
      { ...(rowProperties && { rowProperties }), ...(columnProperties && { columnProperties }) },
      given,
      mask,
    );
    const updated = { bandedRangeId: old.bandedRangeId, area: place.area, ...propertiesOf(properties ?? {}) };
    setBandings(
      sheet,
      sheet.overlay.bandings.filter((one) => one !== old),
    );
    setBandings(place.sheet, [...place.sheet.overlay.bandings, updated]);
  },
);

export const deleteBanding = kind(
  message('DeleteBandingRequest', { bandedRangeId: int32 }),
  ({ book }, { bandedRangeId }) => {
    const { sheet, banding: gone } = bandingById(book, bandedRangeId);
    setBandings(
      sheet,
      sheet.overlay.bandings.filter((one) => one !== gone),
    );
  },
);

type Properties = { readonly rowProperties?: BandingProperties; readonly columnProperties?: BandingProperties };

function propertiesOf({ rowProperties, columnProperties }: Properties): Properties {
  if (!rowProperties && !columnProperties)
    throw new Refusal('Must specify at least one of rowProperties and columnProperties.');
  return { ...(rowProperties && { rowProperties }), ...(columnProperties && { columnProperties }) };
}

function freePlace({ book }: Edit, place: Located, own?: Banding): Located {
  const taken = bandingsOf(book).some(
    ({ sheet, banding }) => banding !== own && sheet === place.sheet && intersects(banding.area, place.area),
  );
  if (taken) {
    throw new Refusal(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  return place;
}

const bandingsOf = ({ sheets }: Spreadsheet) =>
  sheets.flatMap((sheet) => sheet.overlay.bandings.map((banding) => ({ sheet, banding })));

function bandingById(book: Spreadsheet, id = 0) {
  const found = bandingsOf(book).find(({ banding }) => banding.bandedRangeId === id);
  if (!found) throw new Refusal(`No banded range with id: ${id}`);
  return found;
}

function setBandings(sheet: Sheet, bandings: readonly Banding[]): void {
  sheet.overlay = { ...sheet.overlay, bandings };
}
