import test from 'ava';
import { messageOf, workbookFor } from './workbook.ts';

const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
const bodies: Record<string, string> = {
  'lists in lists': deep('[', ']'),
  'objects in objects': deep('{"requests":', '}').replace(':}', ':1}'),
  'a cell of lists in lists': `{"values": [[${deep('[', ']')}]]}`,
};

for (const [what, body] of Object.entries(bodies)) {
  test(`${what}, 100,000 deep, are refused`, async (t) => {
    const { send } = await workbookFor(t);
    const answer = await send('PUT', '/values/A1?valueInputOption=RAW', body);
    t.is(answer.status, 400);
    t.is(messageOf(answer), 'Invalid JSON payload received. Message too deep.');
  });
}

test('a mask of 100,000 levels is refused', async (t) => {
  const { batch } = await workbookFor(t);
  const fields = `${'a.'.repeat(100_000)}b`;
  t.is((await batch({ updateSheetProperties: { properties: {}, fields } })).status, 400);
});

test('a mask of a name that every object of JavaScript has is refused', async (t) => {
  const { send } = await workbookFor(t);
  for (const name of ['constructor', '__proto__', 'properties.constructor,properties.constructor.x'])
    t.is((await send('GET', `?fields=${name}`)).status, 400, name);
});

test('a number too great to be one is refused', async (t) => {
  const { send, values } = await workbookFor(t);
  t.is((await send('PUT', '/values/A1?valueInputOption=RAW', '{"values": [[1e400]]}')).status, 400);
  t.deepEqual(await values('A1'), []);
});
