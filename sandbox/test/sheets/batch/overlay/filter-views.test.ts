import test from 'ava';
import type { Workbook } from '../../workbook.ts';
import { messageOf, workbookFor } from '../../workbook.ts';

const range = { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 };
const hidden = { hiddenValues: ['x'] };

async function views({ send }: Workbook): Promise<Record<string, unknown>[]> {
  const { body } = await send('GET', '?fields=sheets.filterViews');
  return (body as { sheets: [{ filterViews?: Record<string, unknown>[] }] }).sheets[0].filterViews ?? []; // as the mask asks
}

test('a view is added, renamed, duplicated and deleted by its id', async (t) => {
  const workbook = await workbookFor(t);
  const { body } = await workbook.batch(
    { addFilterView: { filter: { filterViewId: 7, range } } },
    { updateFilterView: { filter: { filterViewId: 7, title: 'Mine' }, fields: 'title' } },
    { duplicateFilterView: { filterId: 7 } },
    { deleteFilterView: { filterId: 7 } },
  );
  t.like(body, {
    replies: [
      { addFilterView: { filter: { filterViewId: 7, title: 'Filter 1', range } } },
      {},
      { duplicateFilterView: { filter: { title: 'Copy of Mine', range } } },
      {},
    ],
  });
  t.deepEqual(
    (await views(workbook)).map(({ title }) => title),
    ['Copy of Mine'],
  );
});

test('criteria are told by column and as a list, whichever was given, and go with their columns', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.batch({ addFilterView: { filter: { range, criteria: { 2: hidden } } } });
  t.like((await views(workbook))[0], {
    criteria: { 2: hidden },
    filterSpecs: [{ columnIndex: 2, filterCriteria: hidden }],
  });
  await workbook.batch({ insertDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } });
  t.like((await views(workbook))[0], { criteria: { 3: hidden }, range: { ...range, endColumnIndex: 4 } });
});

test('the filter of a sheet is told in the same form', async (t) => {
  const { batch, send } = await workbookFor(t);
  const sortSpecs = [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }];
  const filterSpecs = [{ columnIndex: 1, filterCriteria: hidden }];
  await batch({ setBasicFilter: { filter: { range, sortSpecs, filterSpecs } } });
  t.deepEqual((await send('GET', '?fields=sheets.basicFilter')).body, {
    sheets: [{ basicFilter: { range, sortSpecs, filterSpecs, criteria: { 1: hidden } } }],
  });
});

test('an unknown view and an unknown field of criteria are refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.is((await batch({ deleteFilterView: { filterId: 1 } })).status, 400);
  t.is(
    messageOf(await batch({ addFilterView: { filter: { range, criteria: { 0: { hide: [] } } } } })),
    `Invalid JSON payload received. Unknown name "hide" at 'requests[0].add_filter_view.filter.criteria["0"]': Cannot find field.`,
  );
});
