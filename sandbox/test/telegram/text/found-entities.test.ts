import test from 'ava';
import { findEntities } from '../../../telegram/text/found-entities.ts';

function found(text: string): string[] {
  return findEntities(text).map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);
}

const cases: Record<string, [text: string, entities: string[]]> = {
  'a command, with its bot': [
    '/start go, then /help@opsheet_bot',
    ['bot_command /start', 'bot_command /help@opsheet_bot'],
  ],
  'no command inside a word or a path': ['1/2 a/b /a/b', []],
  'an address without the full stop after it': ['see https://example.com/a?b=1.', ['url https://example.com/a?b=1']],
  'an e-mail address is not a mention': ['write to a.b@example.com', ['email a.b@example.com']],
  'a mention of four letters or more': ['@abc @abcd', ['mention @abcd']],
  'a hashtag needs a letter': ['#1 #tag1 #метка', ['hashtag #tag1', 'hashtag #метка']],
};

for (const [title, [text, entities]] of Object.entries(cases)) {
  test(title, (t) => t.deepEqual(found(text), entities));
}

test('nothing is found inside code or a link', (t) => {
  t.deepEqual(findEntities('/start', [{ type: 'code', offset: 0, length: 6 }]), []);
  t.is(findEntities('/start', [{ type: 'bold', offset: 0, length: 6 }]).length, 1);
});
