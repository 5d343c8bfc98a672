import test from 'ava';
import type { Workbook } from '../../workbook.ts';
import { messageOf, workbookFor } from '../../workbook.ts';

const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });
const group = (startIndex: number, endIndex: number, depth = 1) => ({ range: rows(startIndex, endIndex), depth });

async function rowGroups({ send }: Workbook): Promise<unknown> {
  const { body } = await send('GET', '?fields=sheets.rowGroups');
  return (body as { sheets: [{ rowGroups?: unknown }] }).sheets[0].rowGroups; // as the mask asks
}

test('the reply to adding and deleting a group has all groups of the dimension', async (t) => {
  const { batch } = await workbookFor(t);
  const { body } = await batch(
    { addDimensionGroup: { range: rows(0, 4) } },
    { addDimensionGroup: { range: rows(1, 2) } },
    { deleteDimensionGroup: { range: rows(1, 2) } },
    { deleteDimensionGroup: { range: rows(0, 4) } },
  );
  t.like(body, {
    replies: [
      { addDimensionGroup: { dimensionGroups: [group(0, 4)] } },
      { addDimensionGroup: { dimensionGroups: [group(0, 4), group(1, 2, 2)] } },
      { deleteDimensionGroup: { dimensionGroups: [group(0, 4)] } },
      { deleteDimensionGroup: {} },
    ],
  });
});

test('a group follows inserted, deleted and moved rows', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.batch({ addDimensionGroup: { range: rows(2, 5) } });
  await workbook.batch({ insertDimension: { range: rows(3, 4) } });
  t.deepEqual(await rowGroups(workbook), [group(2, 6)]);
  await workbook.batch({ deleteDimension: { range: rows(0, 3) } });
  t.deepEqual(await rowGroups(workbook), [group(0, 3)]);
  await workbook.batch({ moveDimension: { source: rows(0, 3), destinationIndex: 10 } });
  t.deepEqual(await rowGroups(workbook), [group(7, 10)]);
  await workbook.batch({ deleteDimension: { range: rows(7, 10) } });
  t.is(await rowGroups(workbook), undefined);
});

test('folding a group hides its rows, and opening it shows them', async (t) => {
  const workbook = await workbookFor(t);
  const fold = (collapsed: boolean) =>
    workbook.batch({ updateDimensionGroup: { dimensionGroup: { ...group(1, 2), collapsed }, fields: 'collapsed' } });
  const hidden = async () =>
    (await workbook.send('GET', '?ranges=A1:A2&fields=sheets.data.rowMetadata.hiddenByUser')).body;
  await workbook.batch({ addDimensionGroup: { range: rows(1, 2) } });
  await fold(true);
  t.deepEqual(await rowGroups(workbook), [{ ...group(1, 2), collapsed: true }]);
  t.deepEqual(await hidden(), { sheets: [{ data: [{ rowMetadata: [{}, { hiddenByUser: true }] }] }] });
  await fold(false);
  t.deepEqual(await rowGroups(workbook), [group(1, 2)]);
  t.deepEqual(await hidden(), { sheets: [{ data: [{ rowMetadata: [{}, {}] }] }] });
});

test('rows without a group, and a group at another depth, are refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.regex(messageOf(await batch({ deleteDimensionGroup: { range: rows(0, 2) } })) ?? '', /no group/);
  const dimensionGroup = { ...group(0, 2, 2), collapsed: true };
  await batch({ addDimensionGroup: { range: rows(0, 2) } });
  t.is((await batch({ updateDimensionGroup: { dimensionGroup, fields: '*' } })).status, 400);
});

test('a column is fitted to its longest line, an empty one keeps its size', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await fill('A1', [['A'.repeat(1024)]]);
  await batch({ autoResizeDimensions: { dimensions: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } } });
  const { body } = await send('GET', '?ranges=A1:B1&fields=sheets.data.columnMetadata.pixelSize');
  // As the mask asks.
  const [a, b] = (body as { sheets: [{ data: [{ columnMetadata: { pixelSize: number }[] }] }] }).sheets[0].data[0]
    .columnMetadata;
  t.true((a?.pixelSize ?? 0) > 1000);
  t.is(b?.pixelSize, 100);
});
