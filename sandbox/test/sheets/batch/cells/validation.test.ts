import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const range = { endRowIndex: 1, endColumnIndex: 1 };
const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'y' }, { userEnteredValue: 'n' }] };
const mask = 'sheets.data.rowData.values(dataValidation,formattedValue)';
const cell = (part: object) => ({ sheets: [{ data: [{ rowData: [{ values: [part] }] }] }] });

test('a rule is kept without what is false or empty in it, and outlives the value', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  const rule = { condition, strict: true, showCustomUi: false, inputMessage: '' };
  t.like((await batch({ setDataValidation: { range, rule } })).body, { replies: [{}] });
  await fill('A1', [['y']]);
  await send('POST', '/values/A1:clear');
  t.deepEqual(
    (await send('GET', `?ranges=A1&fields=${mask}`)).body,
    cell({ dataValidation: { condition, strict: true } }),
  );
  await batch({ setDataValidation: { range } });
  t.deepEqual((await send('GET', `?ranges=A1&fields=sheets.data.rowData.values.dataValidation`)).body, {
    sheets: [{ data: [{ rowData: [{}] }] }],
  });
});

test('a condition with too few values is refused', async (t) => {
  const { batch } = await workbookFor(t);
  const rule = { condition: { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1' }] } };
  t.is(
    messageOf(await batch({ setDataValidation: { range, rule } })),
    'Invalid requests[0].setDataValidation: A condition of type NUMBER_BETWEEN takes 2 values, not 1.',
  );
});
