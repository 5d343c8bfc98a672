import type { Area } from '../grid/area.ts';
import type { Cell, CellFormat } from '../grid/cell.ts';
import type { Locale } from '../locale/locale.ts';
import type { Sheet } from '../spreadsheet/spreadsheet.ts';
import type { BandingProperties } from '../wire/banding.ts';
import type { ColorStyle } from '../wire/color.ts';
import { meets } from './condition.ts';
import type { Banding, ConditionalFormat } from './overlay.ts';

/** What gives a cell its look besides its own format: bands under it, conditional formats over it. */
export type Looks = { readonly under: CellFormat; readonly over: CellFormat };
export type Spot = { readonly row: number; readonly column: number; readonly cell: Cell };

/** Undefined for a sheet that has neither. */
export function looksOn({ overlay }: Sheet, locale: Locale): ((spot: Spot) => Looks) | undefined {
  const { bandings, conditionalFormats } = overlay;
  if (bandings.length === 0 && conditionalFormats.length === 0) return undefined;
  return (spot) => ({
    under: bandAt(bandings, spot),
    over: conditionalAt(conditionalFormats, spot, locale),
  });
}

const covers = ({ top, left, bottom, right }: Area, { row, column }: Spot) =>
  row >= top && row < bottom && column >= left && column < right;

function bandAt(bandings: readonly Banding[], spot: Spot): CellFormat {
  const banding = bandings.find(({ area }) => covers(area, spot));
  if (!banding) return {};
  const { area, rowProperties = {}, columnProperties = {} } = banding;
  const byRow = band(rowProperties, { at: spot.row - area.top, count: area.bottom - area.top });
  const byColumn = band(columnProperties, { at: spot.column - area.left, count: area.right - area.left });
  const [rank] = [byRow.rank, byColumn.rank].toSorted((a, b) => a - b);
  const color = byRow.rank === rank ? byRow.color : byColumn.color;
  return color ? { backgroundColorStyle: color } : {};
}

type Band = { readonly rank: number; readonly color?: ColorStyle | undefined };
const none: Band = { rank: 3 };

/** Headers and footers come before first bands, these before second ones (discovery text of BandingProperties). */
function band(properties: BandingProperties, { at, count }: { at: number; count: number }): Band {
  const { headerColorStyle, firstBandColorStyle, secondBandColorStyle, footerColorStyle } = properties;
  if (at === 0 && headerColorStyle) return { rank: 0, color: headerColorStyle };
  if (at === count - 1 && footerColorStyle) return { rank: 0, color: footerColorStyle };
  const isFirst = (headerColorStyle ? at - 1 : at) % 2 === 0;
  if (isFirst) return firstBandColorStyle ? { rank: 1, color: firstBandColorStyle } : none;
  return secondBandColorStyle ? { rank: 2, color: secondBandColorStyle } : none;
}

/** Where several rules hold, the earlier one decides what both say. Gradients are not calculated. */
function conditionalAt(formats: readonly ConditionalFormat[], spot: Spot, locale: Locale): CellFormat {
  const met = formats.flatMap(({ areas, booleanRule: { condition, format } = {} }) => {
    const holds = condition && areas.some((area) => covers(area, spot)) && meets(spot.cell, condition, locale);
    return holds && format ? [format] : [];
  });
  return met.reduceRight<CellFormat>((look, format) => ({ ...look, ...format }), {});
}
