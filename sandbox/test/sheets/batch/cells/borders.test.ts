import test from 'ava';
import { workbookFor } from '../../workbook.ts';

const range = { endRowIndex: 1, endColumnIndex: 2 };
const solid = { style: 'SOLID', width: 1, color: {}, colorStyle: { rgbColor: {} } };
const thick = { style: 'SOLID_THICK', width: 3, color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } };

const cells = (...all: object[]) => ({
  sheets: [{ data: [{ rowData: [{ values: all.map((one) => ({ userEnteredFormat: { borders: one } })) }] }] }],
});

test('outer borders go to the edges, inner ones between the cells, and a style NONE takes one away', async (t) => {
  const { batch, send } = await workbookFor(t);
  const borders = async () =>
    (await send('GET', '?ranges=A1:B1&fields=sheets.data.rowData.values.userEnteredFormat')).body;
  await batch({
    updateBorders: {
      range,
      left: { style: 'SOLID' },
      right: { style: 'SOLID' },
      innerVertical: { style: 'SOLID_THICK', color: { red: 1 } },
    },
  });
  t.deepEqual(await borders(), cells({ left: solid, right: thick }, { left: thick, right: solid }));
  await batch({ updateBorders: { range, left: { style: 'NONE' }, top: { style: 'SOLID' } } });
  t.deepEqual(await borders(), cells({ right: thick, top: solid }, { left: thick, right: solid, top: solid }));
});
