import { isReached, type Measure, type Target } from '../question.ts';

const header = ['measure', 'value', 'spread', 'target', ''];

/** The measures as lines of text, in columns. */
export function tableOf(measures: readonly Measure[]): string[] {
  const rows = [header, ...measures.map(cells)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cells(measure: Measure): string[] {
  const { measure: name, value, unit, spread, target } = measure;
  return [
    name,
    `${figure(value)} ${unit}`,
    spread ? `${figure(spread[0])} – ${figure(spread[1])}` : '',
    target ? `${limit(target)} ${unit}` : '',
    verdict(isReached(measure)),
  ];
}

function verdict(reached: boolean | null): string {
  if (reached === null) return '';
  return reached ? 'reached' : 'NOT REACHED';
}

function limit(target: Target): string {
  if ('atMost' in target) return `≤ ${figure(target.atMost)}`;
  if ('atLeast' in target) return `≥ ${figure(target.atLeast)}`;
  return figure(target.exactly);
}

/** Three digits that count, and all of a whole number. */
const figure = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
