import fc from 'fast-check';

/** A sheet as a plain table of numbers; 0 is an empty cell. */
export type Model = readonly (readonly number[])[];

/** A request, and what it makes of a table. */
export type Step = {
  readonly request: object;
  readonly apply: (model: Model) => Model;
  /** Do names and formulas go along with the cells? They do in all moves but a sort. */
  readonly isFollowed: boolean;
};

/** A table in which every cell has a number of its own, from 1 on. */
export const numbered = (rows: number, columns: number): Model =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_one, column) => row * columns + column + 1),
  );

type Span = { readonly start: number; readonly end: number };
type Area = { readonly rows: Span; readonly columns: Span };
type Dimension = 'ROWS' | 'COLUMNS';

const index = fc.integer({ min: 0, max: 7 });
const span = fc
  .tuple(index, fc.integer({ min: 1, max: 4 }))
  .map(([start, count]): Span => ({ start, end: start + count }));
const area = fc.record({ rows: span, columns: span });
const dimension = fc.constantFrom<Dimension>('ROWS', 'COLUMNS');

const holds = ({ start, end }: Span, at: number) => start <= at && at < end;
const widthOf = (model: Model) => model[0]?.length ?? 0;
const blanks = (count: number) => Array.from({ length: count }, () => 0);
const turned = (model: Model): Model => blanks(widthOf(model)).map((_, column) => model.map((row) => row[column] ?? 0));

/** What is done to rows is done to columns in the table turned over. */
const along = (name: Dimension, change: (model: Model) => Model) => (model: Model) =>
  name === 'ROWS' ? change(model) : turned(change(turned(model)));

const gridRange = ({ rows, columns }: Area) => ({
  startRowIndex: rows.start,
  endRowIndex: rows.end,
  startColumnIndex: columns.start,
  endColumnIndex: columns.end,
});
const lines = (name: Dimension, { start, end }: Span) => ({ dimension: name, startIndex: start, endIndex: end });
const edited = (model: Model, next: (value: number, row: number, column: number) => number): Model =>
  model.map((values, row) => values.map((value, column) => next(value, row, column)));

const insertion = fc.tuple(dimension, span).map(([name, at]): Step => ({
  request: { insertDimension: { range: lines(name, at) } },
  apply: along(name, (model) => [
    ...model.slice(0, at.start),
    ...blanks(at.end - at.start).map(() => blanks(widthOf(model))),
    ...model.slice(at.start),
  ]),
  isFollowed: true,
}));

const deletion = fc.tuple(dimension, span).map(([name, at]): Step => ({
  request: { deleteDimension: { range: lines(name, at) } },
  apply: along(name, (model) => model.filter((_, row) => !holds(at, row))),
  isFollowed: true,
}));

const move = fc.tuple(dimension, span, index).map(([name, source, to]): Step => ({
  request: { moveDimension: { source: lines(name, source), destinationIndex: to } },
  apply: along(name, (model) => {
    const moved = model.filter((_, row) => holds(source, row));
    const before = model.filter((_, row) => row < to && !holds(source, row));
    const behind = model.filter((_, row) => row >= to && !holds(source, row));
    return [...before, ...moved, ...behind];
  }),
  isFollowed: true,
}));

/** Columns are pushed down cell by cell; the table grows at its end as far as needed. */
function pushed(model: Model, { rows, columns }: Area): Model {
  const width = widthOf(model);
  const end = Math.min(rows.end, model.length);
  const list = turned(model).map((column, at) =>
    holds(columns, at)
      ? [...column.slice(0, rows.start), ...blanks(end - rows.start), ...column.slice(rows.start)]
      : column,
  );
  const used = list.map((column) => column.findLastIndex((value) => value !== 0) + 1);
  const height = Math.max(model.length, ...used);
  return turned(list.map((column) => [...column, ...blanks(height)].slice(0, height))).map((row) =>
    row.slice(0, width),
  );
}

function pulled(model: Model, { rows, columns }: Area): Model {
  const list = turned(model).map((column, at) => {
    const left = holds(columns, at) ? column.filter((_, row) => !holds(rows, row)) : column;
    return [...left, ...blanks(model.length - left.length)];
  });
  return turned(list);
}

const turnedArea = ({ rows, columns }: Area): Area => ({ rows: columns, columns: rows });
const across = (name: Dimension, where: Area) => (name === 'ROWS' ? where : turnedArea(where));

const push = fc.tuple(dimension, area).map(([name, where]): Step => ({
  request: { insertRange: { range: gridRange(where), shiftDimension: name } },
  apply: along(name, (model) => pushed(model, across(name, where))),
  isFollowed: true,
}));

const pull = fc.tuple(dimension, area).map(([name, where]): Step => ({
  request: { deleteRange: { range: gridRange(where), shiftDimension: name } },
  apply: along(name, (model) => pulled(model, across(name, where))),
  isFollowed: true,
}));

const cut = fc.tuple(area, index, index).map(([where, row, column]): Step => ({
  request: { cutPaste: { source: gridRange(where), destination: { rowIndex: row, columnIndex: column } } },
  apply(model) {
    const { rows, columns } = clamped(where, model);
    const target = {
      rows: { start: row, end: row + rows.end - rows.start },
      columns: { start: column, end: column + columns.end - columns.start },
    };
    return edited(model, (value, r, c) => {
      if (holds(target.rows, r) && holds(target.columns, c))
        return model[rows.start + r - row]?.[columns.start + c - column] ?? 0;
      return holds(rows, r) && holds(columns, c) ? 0 : value;
    });
  },
  isFollowed: true,
}));

const clamped = ({ rows, columns }: Area, model: Model): Area => ({
  rows: { ...rows, end: Math.min(rows.end, model.length) },
  columns: { ...columns, end: Math.min(columns.end, widthOf(model)) },
});

/** Empty cells come last in either direction. */
const order = (a: number, b: number) => (a === 0 || b === 0 ? Number(a === 0) - Number(b === 0) : a - b);

const sort = fc.tuple(area, index, fc.boolean()).map(([where, key, isDescending]): Step => ({
  request: {
    sortRange: {
      range: gridRange(where),
      sortSpecs: [{ dimensionIndex: key, sortOrder: isDescending ? 'DESCENDING' : 'ASCENDING' }],
    },
  },
  apply(model) {
    const { rows, columns } = clamped(where, model);
    const sorted = model.slice(rows.start, rows.end).toSorted((a, b) => {
      const [left, right] = [a[key] ?? 0, b[key] ?? 0];
      return isDescending && left !== 0 && right !== 0 ? order(right, left) : order(left, right);
    });
    return edited(model, (value, r, c) =>
      holds(rows, r) && holds(columns, c) ? (sorted[r - rows.start]?.[c] ?? 0) : value,
    );
  },
  isFollowed: false,
}));

export const randomStep: fc.Arbitrary<Step> = fc.oneof(insertion, deletion, move, push, pull, cut, sort);
