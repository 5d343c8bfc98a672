import test from 'ava';
import { workbookFor } from '../../workbook.ts';

test('a filter hides rows by value and by condition, but never its first row, and the values calls take no notice', async (t) => {
  const { batch, fill, send, values } = await workbookFor(t);
  const rows = [
    ['gone', 1],
    ['gone', 5],
    ['kept', 2],
    ['kept', 6],
  ];
  await fill('A1', rows);
  const criteria = {
    0: { hiddenValues: ['gone'] },
    1: { condition: { type: 'NUMBER_LESS', values: [{ userEnteredValue: '5' }] } },
  };
  await batch({ setBasicFilter: { filter: { range: { endRowIndex: 4 }, criteria } } });
  const { body } = await send('GET', '?ranges=A1:A5&fields=sheets.data.rowMetadata.hiddenByFilter');
  const hidden = { hiddenByFilter: true };
  t.deepEqual(body, { sheets: [{ data: [{ rowMetadata: [{}, hidden, {}, hidden, {}] }] }] });
  t.is(((await values('Sheet1')) as unknown[]).length, 4);
});
