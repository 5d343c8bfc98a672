import test from 'ava';
import type { Workbook } from '../../workbook.ts';
import { messageOf, workbookFor } from '../../workbook.ts';

const at = (startRowIndex: number, endRowIndex: number) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex: 1,
});
const above = (limit: string, [start, end] = [1, 4]) => ({
  ranges: [at(start ?? 0, end ?? 0)],
  booleanRule: {
    condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: limit }] },
    format: { backgroundColor: { green: 1 }, backgroundColorStyle: { rgbColor: { green: 1 } } },
  },
});
const add = (rule: object, index?: number) => ({ addConditionalFormatRule: { rule, index } });

async function rules({ send }: Workbook): Promise<unknown> {
  const { body } = await send('GET', '?fields=sheets.conditionalFormats');
  return (body as { sheets: [{ conditionalFormats?: unknown }] }).sheets[0].conditionalFormats; // as the mask asks
}

test('a rule is put at its index, and the reply to that is empty', async (t) => {
  const workbook = await workbookFor(t);
  t.like((await workbook.batch(add(above('1')), add(above('2')), add(above('3'), 2))).body, { replies: [{}, {}, {}] });
  t.deepEqual(await rules(workbook), [above('2'), above('1'), above('3')]);
});

test('a replaced rule is told beside the new one, a moved one beside its old place', async (t) => {
  const { batch } = await workbookFor(t);
  const { body } = await batch(
    add(above('1')),
    add(above('2'), 1),
    { updateConditionalFormatRule: { index: 1, rule: above('3') } },
    { updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 1 } },
    { deleteConditionalFormatRule: { sheetId: 0, index: 0 } },
  );
  t.deepEqual((body as { replies: object[] }).replies.slice(2), [
    { updateConditionalFormatRule: { newRule: above('3'), newIndex: 1, oldRule: above('2') } },
    { updateConditionalFormatRule: { newRule: above('1'), newIndex: 1, oldIndex: 0 } },
    { deleteConditionalFormatRule: { rule: above('3') } },
  ]);
});

test('an index without a rule is refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.is(
    messageOf(await batch({ deleteConditionalFormatRule: { sheetId: 0, index: 5 } })),
    'Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 5',
  );
});

test('a rule follows its rows and goes with the last of them', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.batch(add(above('1')));
  await workbook.batch({ deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } } });
  t.deepEqual(await rules(workbook), [above('1', [0, 2])]);
  await workbook.batch({ deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } } });
  t.is(await rules(workbook), undefined);
});
