import test from 'ava';
import { messageLines } from '../../../desk/feed/message-line.ts';

test('commands, events and cache entries are told apart by their subjects', (t) => {
  const lineOf = messageLines();
  const kinds = [
    'opsheet.sync.run',
    'opsheet.event.sync.finished',
    'opsheet.cache.ranks',
    '$KV.opsheet_cache.ranks',
    '$KV.another.key',
    'opsheet.unheard.of',
  ].map((subject) => lineOf({ subject, payload: '{}' })?.kind);
  t.deepEqual(kinds, ['command', 'event', 'cache', 'cache', 'cache', 'other']);
});

test('of what goes to inboxes only the answer to a command is shown, once', (t) => {
  const lineOf = messageLines();
  lineOf({ subject: 'opsheet.sync.status', payload: '', reply: '_INBOX.a.1' });
  lineOf({ subject: 'opsheet.event.sync.finished', payload: '{}', reply: '_INBOX.a.2' });
  t.is(lineOf({ subject: '_INBOX.a.2', payload: '{"stream":"OPSHEET_EVENTS"}' }), null, 'an acknowledgement');
  t.deepEqual(lineOf({ subject: '_INBOX.a.1', payload: '{"state":"running"}' }), {
    kind: 'reply',
    subject: 'opsheet.sync.status',
    says: 'The answer to opsheet.sync.status',
    payload: '{"state":"running"}',
  });
  t.is(lineOf({ subject: '_INBOX.a.1', payload: '{}' }), null);
});

test('what a stream delivers is not told again', (t) => {
  const lineOf = messageLines();
  const subject = '$KV.opsheet_cache.ranks';
  t.is(lineOf({ subject, payload: '{}', reply: '_INBOX.a.1' })?.kind, 'cache');
  t.is(lineOf({ subject, payload: '{}', reply: '$JS.ACK.KV_opsheet_cache.c.1.7.3.1795331932174.0' }), null);
});

test('questions that nobody answers are forgotten in the end', (t) => {
  const lineOf = messageLines();
  for (let number = 0; number <= 200; number += 1) {
    lineOf({ subject: 'opsheet.sync.status', payload: '', reply: `_INBOX.a.${number}` });
  }
  t.is(lineOf({ subject: '_INBOX.a.0', payload: '{}' }), null);
  t.is(lineOf({ subject: '_INBOX.a.1', payload: '{}' })?.kind, 'reply');
});
