import test from 'ava';
import { openFeed } from '../../../desk/feed/feed.ts';

const line = { kind: 'event', subject: 'opsheet.event.sync.finished', says: 'A pass changed something' } as const;

test('the feed keeps the latest 500 entries and cuts long payloads', (t) => {
  const feed = openFeed(() => 1_000);
  for (let number = 0; number < 600; number += 1) feed.add({ ...line, payload: 'ä'.repeat(20_000) });
  const entries = feed.after(0);
  t.is(entries.length, 500);
  t.is(entries[0]?.id, 1_101);
  t.is(entries[0]?.body.length, 16_384);
  t.is(entries[0]?.bytes, 40_000);
});

test('who comes back is given what he missed, and who listens hears what is new', (t) => {
  const feed = openFeed(() => 1_000);
  feed.add({ ...line, payload: 'one' });
  feed.add({ ...line, payload: 'two' });
  t.deepEqual(
    feed.after(1_001).map(({ body }) => body),
    ['two'],
  );
  const heard: string[] = [];
  const stop = feed.listen(({ body }) => heard.push(body));
  feed.add({ ...line, payload: 'three' });
  stop();
  feed.add({ ...line, payload: 'four' });
  t.deepEqual(heard, ['three']);
});

test('a later sandbox goes on with higher numbers', (t) => {
  const ids = [1_000, 9_000].map((now) => {
    const feed = openFeed(() => now);
    feed.add({ ...line, payload: '' });
    return feed.after(0)[0]?.id;
  });
  t.deepEqual(ids, [1_001, 9_001]);
});
