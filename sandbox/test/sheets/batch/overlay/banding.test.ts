import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const range = { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 };
const grey = (part: number) => ({ red: part, green: part, blue: part });
const both = (name: string, part: number) => ({ [name]: grey(part), [`${name}Style`]: { rgbColor: grey(part) } });
const rowProperties = { firstBandColor: grey(1), secondBandColorStyle: { rgbColor: grey(0.5) } };

test('bands get an id of their own, have both forms of their colours, and are changed field by field', async (t) => {
  const { batch, send } = await workbookFor(t);
  const added = await batch({ addBanding: { bandedRange: { range, rowProperties } } });
  const [{ addBanding }] = (added.body as { replies: [{ addBanding: { bandedRange: { bandedRangeId: number } } }] })
    .replies; // the reply to addBanding
  const { bandedRangeId } = addBanding.bandedRange;
  t.true(Number.isInteger(bandedRangeId));
  t.deepEqual(addBanding.bandedRange, {
    bandedRangeId,
    range,
    rowProperties: { ...both('firstBandColor', 1), ...both('secondBandColor', 0.5) },
  } as unknown); // every field of the reply
  const fields = 'rowProperties.firstBandColor,columnProperties';
  const changed = { bandedRangeId, rowProperties: { firstBandColor: grey(0.25) } };
  await batch({ updateBanding: { bandedRange: changed, fields } });
  t.deepEqual((await send('GET', '?fields=sheets.bandedRanges.rowProperties')).body, {
    sheets: [
      { bandedRanges: [{ rowProperties: { ...both('firstBandColor', 0.25), ...both('secondBandColor', 0.5) } }] },
    ],
  });
  await batch({ deleteBanding: { bandedRangeId } });
  t.deepEqual((await send('GET', '?fields=sheets.bandedRanges')).body, { sheets: [{}] });
});

test('bands over bands, bands without colours and unknown bands are refused', async (t) => {
  const { batch } = await workbookFor(t);
  const add = { addBanding: { bandedRange: { range, rowProperties } } };
  t.is((await batch(add)).status, 200);
  t.is(
    messageOf(await batch(add)),
    'Invalid requests[0].addBanding: You cannot add alternating background colors to a range that already has alternating background colors.',
  );
  t.is((await batch({ addBanding: { bandedRange: { range: { startRowIndex: 9 } } } })).status, 400);
  t.is((await batch({ deleteBanding: { bandedRangeId: 1 } })).status, 400);
});
