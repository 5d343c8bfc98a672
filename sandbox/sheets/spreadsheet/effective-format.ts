import type { Cell, CellFormat } from '../grid/cell.ts';
import { withPlainColors } from '../wire/color.ts';
import type { ThemeColors } from '../wire/color.ts';
import { isObject } from '../wire/reader.ts';
import { defaultFormat } from './default-format.ts';
import { hyperlinkOf } from './hyperlink.ts';

/**
 * `effectiveFormat` of the cells of one answer: the default format with the cell's own over it. Cells that look alike
 * share one object, since there may be a million of them. Conditional formats and bands do not show in it.
 */
export function effectiveFormats(theme: ThemeColors): (cell: Cell) => object {
  const known = new Map<CellFormat | undefined, Map<string, object>>();
  return (cell) => {
    const alike = known.get(cell.format) ?? new Map<string, object>();
    known.set(cell.format, alike);
    const alignment = alignmentOf(cell);
    const hyperlinkDisplayType = hyperlinkOf(cell) === undefined ? 'PLAIN_TEXT' : 'LINKED';
    const key = `${alignment} ${hyperlinkDisplayType}`;
    const format =
      alike.get(key) ??
      over(
        { ...base, hyperlinkDisplayType, ...(alignment && { horizontalAlignment: alignment }) },
        cell.format ?? {},
        theme,
      );
    alike.set(key, format);
    return format;
  };
}

const base = { ...defaultFormat, textFormat: { ...defaultFormat.textFormat, fontFamily: 'Arial' } };

/** Numbers lean to the right, texts to the left, and what is true or false or an error stands in the middle. */
function alignmentOf({ value, formula }: Cell): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return 'RIGHT';
  const isError = formula !== undefined && typeof value === 'string' && value.startsWith('#');
  return typeof value === 'boolean' || isError ? 'CENTER' : 'LEFT';
}

/** What has parts of its own, as text formats have, is laid over part by part. */
function over(below: Readonly<Record<string, unknown>>, format: CellFormat, theme: ThemeColors): object {
  const above = Object.entries(withPlainColors(format, theme) as CellFormat); // an object comes back as one
  return Object.fromEntries([
    ...Object.entries(below),
    ...above.map(([name, part]) => {
      const under = below[name];
      return [name, isObject(part) && isObject(under) && !/color/i.test(name) ? { ...under, ...part } : part] as const;
    }),
  ]);
}
