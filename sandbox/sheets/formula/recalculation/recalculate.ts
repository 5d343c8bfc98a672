import type { Cell } from '../../grid/cell.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { calculate, failed } from '../evaluation/calculate.ts';
import type { Result } from '../evaluation/calculate.ts';
import { changesBetween } from './changes.ts';
import type { Changes } from './changes.ts';
import { circular } from '../evaluation/failure.ts';
import { indexFormulas } from './formula-index.ts';
import type { FormulaIndex } from './formula-index.ts';
import { localTime } from '../evaluation/local-time.ts';
import { keepParsed, parsedFormula } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { formulasIn, replaceCell } from '../placed.ts';
import type { PlacedFormula } from '../placed.ts';
import { precedentsOf } from './precedents.ts';
import type { Place } from '../../grid/move.ts';

/**
 * Gives every formula of the draft its value: those that are new, ask for the time, or see a cell that is another than in
 * the version before. Formulas go first that others refer to; those that refer to themselves on some way are errors.
 * Costs next to nothing where no sheet has formulas. It may be called several times in an edit.
 */
export function recalculate({ book, before, now }: Edit): void {
  const formulas = formulasIn(book).map((placed) => toNode(placed));
  if (formulas.length === 0) return;
  const calculation: Calculation = {
    book,
    now: localTime(now, book.timeZone),
    locale: localeOf(book.locale),
    changes: changesBetween(before, book),
    index: indexFormulas(formulas),
  };
  for (const formula of formulas) if (formula.state === 'new') settle(formula, calculation);
}

type Calculation = {
  readonly book: Edit['book'];
  readonly now: Date;
  readonly locale: Locale;
  readonly changes: Changes;
  readonly index: FormulaIndex<Node>;
};

type Node = PlacedFormula & { readonly parsed: Parsed; state: 'new' | 'open' | 'done'; circular: boolean };

const toNode = (placed: PlacedFormula): Node => ({
  ...placed,
  parsed: parsedFormula(placed.cell, placed.formula),
  state: 'new',
  circular: false,
});

/** A formula on the way down to what it refers to; `next` counts the formulas among that. */
type Step = { readonly node: Node; readonly places: readonly Place[]; readonly below: readonly Node[]; next: number };

/** Goes down to what the formula refers to first. Not by calling itself: a column may refer to the row above 100,000 times. */
function settle(formula: Node, calculation: Calculation): void {
  const path: Step[] = [stepInto(formula, calculation)];
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const below = step.below[step.next];
    step.next += 1;
    if (!below) {
      finish(step, calculation);
      path.pop();
    } else if (below.state === 'new') {
      path.push(stepInto(below, calculation));
    } else if (below.state === 'open') {
      const first = path.findIndex(({ node }) => node === below);
      for (const { node } of path.slice(first)) node.circular = true;
    }
  }
}

function stepInto(node: Node, { book, index }: Calculation): Step {
  node.state = 'open';
  const { expression } = node.parsed;
  const places = expression ? precedentsOf(expression, { book, sheetId: node.sheet.sheetId }) : [];
  return { node, places, below: places.flatMap(index.inside), next: 0 };
}

function finish({ node, places }: Step, calculation: Calculation): void {
  node.state = 'done';
  const { changes } = calculation;
  const isStale = node.circular || node.parsed.asksTime || changes.touch(placeOf(node)) || places.some(changes.touch);
  if (!isStale) return;
  const result = node.circular ? failed(circular()) : resultOf(node, calculation);
  if (isResult(node.cell, result)) return;
  const { value: _, error: __, resultFormat: ___, ...entered } = node.cell;
  const cell: Cell = { ...entered, ...result };
  keepParsed(cell, node.parsed);
  replaceCell(node.sheet.grid, node, cell);
  changes.add(node.sheet.sheetId, node.row);
}

const placeOf = ({ sheet: { sheetId }, row, column }: Node): Place => ({
  sheetId,
  area: { top: row, bottom: row + 1, left: column, right: column + 1 },
});

function resultOf({ sheet: { sheetId }, row, column, parsed }: Node, { book, now, locale }: Calculation): Result {
  return calculate(parsed.expression, { book, sheetId, row, column, now, locale, arrays: false });
}

const isResult = (cell: Cell, { value, error, resultFormat }: Result) =>
  cell.value === value &&
  cell.error?.message === error?.message &&
  cell.resultFormat?.type === resultFormat?.type &&
  cell.resultFormat?.pattern === resultFormat?.pattern;
