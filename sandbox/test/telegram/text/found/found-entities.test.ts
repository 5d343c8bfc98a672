import test from 'ava';
import { findEntities } from '../../../../telegram/text/found/found-entities.ts';

function found(text: string): string[] {
  return findEntities(text).map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);
}

const cases: Record<string, [text: string, entities: string[]]> = {
  'a command, with its bot': [
    '/start go, then /help@opsheet_bot',
    ['bot_command /start', 'bot_command /help@opsheet_bot'],
  ],
  'no command inside a word or a path, nor for a bot of two letters': ['1/2 a/b /a/b /c@ab <br/>', []],
  'an address without the full stop after it': ['see https://example.com/a?b=1.', ['url https://example.com/a?b=1']],
  'an address without a scheme, where the domain is a common one': [
    'example.com and shop.example.com:8080/a, but not read.me.txt or 1.5',
    ['url example.com', 'url shop.example.com:8080/a'],
  ],
  'an address keeps the brackets that it opened': [
    '(see https://example.com/a_(b)) https://example.com/a]',
    ['url https://example.com/a_(b)', 'url https://example.com/a'],
  ],
  'an address by numbers': [
    'http://127.0.0.1:80/x 1.2.3.4 1.2.3 1.2.3.256',
    ['url http://127.0.0.1:80/x', 'url 1.2.3.4'],
  ],
  'an address of another script': ['пример.рф', ['url пример.рф']],
  'no address with an unknown scheme, without a dot, or after a sentence without a space': [
    'foo://example.com http://localhost end.Now',
    [],
  ],
  'a link into the app': ['tg://resolve?domain=x ok', ['url tg://resolve?domain=x']],
  'an e-mail address is not a mention': ['write to a.b@example.com', ['email a.b@example.com']],
  'an e-mail address without its mailto': ['mailto:a@example.com', ['email a@example.com']],
  'a mention of four letters or more, or of a bot of Telegram': [
    '@abc @abcd @gif x@abcd',
    ['mention @abcd', 'mention @gif'],
  ],
  'a hashtag needs a letter and no second #': ['#1 #tag1 #метка #ab#cd', ['hashtag #tag1', 'hashtag #метка']],
  'a hashtag and a cashtag may name a chat': [
    '#tag@opsheet $USD@opsheet $usd $TOOLONGTAG',
    ['hashtag #tag@opsheet', 'cashtag $USD@opsheet'],
  ],
  'an international telephone number': ['call +1-212-555-0123 or 5550123', ['phone_number +1-212-555-0123']],
  'nothing in plain words': ['In 5 minutes; ok?', []],
};

for (const [title, [text, entities]] of Object.entries(cases)) {
  test(title, (t) => t.deepEqual(found(text), entities));
}

test('a hashtag is cut after 256 characters', (t) => {
  t.deepEqual(findEntities(`#${'x'.repeat(300)}`), [{ type: 'hashtag', offset: 0, length: 257 }]);
});
