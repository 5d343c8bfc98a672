import type { Cell, CellFormat } from '../../grid/cell.ts';
import type { Looks } from '../../overlay/looks.ts';
import { withPlainColors } from '../../wire/color.ts';
import type { ThemeColors } from '../../wire/color.ts';
import { isObject } from '../../wire/reader.ts';
import { defaultFormat } from './default-format.ts';
import { hyperlinkOf } from './hyperlink.ts';

type EffectiveFormat = (cell: Cell, looks?: Looks) => object;

/**
 * `effectiveFormat` of the cells of one answer: over the default format lie the bands, what a formula gives its result,
 * the cell's own format and the conditional ones. Cells that look alike share one object: there may be a million.
 */
export function effectiveFormats(theme: ThemeColors): EffectiveFormat {
  const known = new Map<CellFormat | undefined, Map<string, object>>();
  return (cell, looks) => {
    const { format, resultFormat } = cell;
    const own = { ...base, ...defaultsOf(cell) };
    if (looks ?? resultFormat) {
      const result = resultFormat ? { numberFormat: resultFormat } : {};
      return layered(own, [looks?.under ?? {}, result, format ?? {}, looks?.over ?? {}], theme);
    }
    const alike = known.get(format) ?? new Map<string, object>();
    known.set(format, alike);
    const key = `${own.horizontalAlignment} ${own.hyperlinkDisplayType}`;
    const effective = alike.get(key) ?? layered(own, [format ?? {}], theme);
    alike.set(key, effective);
    return effective;
  };
}

const base = { ...defaultFormat, textFormat: { ...defaultFormat.textFormat, fontFamily: 'Arial' } };

type Defaults = { readonly hyperlinkDisplayType: string; readonly horizontalAlignment?: string };

/** Numbers lean to the right, texts to the left, and what is true or false or an error stands in the middle. */
function defaultsOf(cell: Cell): Defaults {
  const { value, error } = cell;
  const hyperlinkDisplayType = hyperlinkOf(cell) === undefined ? 'PLAIN_TEXT' : 'LINKED';
  if (value === undefined) return { hyperlinkDisplayType };
  if (typeof value === 'boolean' || error) return { hyperlinkDisplayType, horizontalAlignment: 'CENTER' };
  return { hyperlinkDisplayType, horizontalAlignment: typeof value === 'number' ? 'RIGHT' : 'LEFT' };
}

const layered = (lowest: CellFormat, layers: readonly CellFormat[], theme: ThemeColors): object =>
  layers.reduce((below, layer) => over(below, layer, theme), lowest);

/** What has parts of its own, as text formats have, is laid over part by part. */
function over(below: CellFormat, format: CellFormat, theme: ThemeColors): CellFormat {
  const above = Object.entries(withPlainColors(format, theme) as CellFormat); // an object comes back as one
  return Object.fromEntries([
    ...Object.entries(below),
    ...above.map(([name, part]) => {
      const under = below[name];
      return [name, isObject(part) && isObject(under) && !/color/i.test(name) ? { ...under, ...part } : part] as const;
    }),
  ]);
}
