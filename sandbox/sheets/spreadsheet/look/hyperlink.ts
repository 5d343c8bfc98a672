import type { Cell } from '../../grid/cell.ts';
import { isObject } from '../../wire/reader.ts';

/** Where a cell as a whole leads: a link in its format, a =HYPERLINK formula, or one link over all of its text. */
export function hyperlinkOf({ value, formula, format, runs = [] }: Cell): string | undefined {
  const [run, ...more] = runs;
  const ofRun = run && more.length === 0 && !run.startIndex ? run.format.link?.uri : undefined;
  if (ofRun !== undefined) return ofRun;
  if (formula !== undefined) return /^=\s*hyperlink\(\s*"([^"]*)"/i.exec(formula)?.[1];
  return value === undefined ? undefined : linkIn(format?.['textFormat']);
}

function linkIn(textFormat: unknown): string | undefined {
  const link = isObject(textFormat) ? textFormat['link'] : undefined;
  return isObject(link) && typeof link['uri'] === 'string' ? link['uri'] : undefined;
}
