import type { Random } from '../../random.ts';

export const people = [1001, 2001, 2002, 3001];

const texts = [
  'hi',
  '',
  ' ',
  '/start',
  '/start p_1',
  '@nadia_owner #tag https://a.example a@b.example +62 812',
  '<b>bold</b> <a href="https://a.example">x</a>',
  '<b>',
  '</i>',
  '<tg-spoiler>x',
  '&lt;&#128512;&zzz;',
  '*bold* _it_ `c` ||s|| [l](https://a.example)',
  '*',
  '\\',
  '>quote\n>more||',
  '👩‍👩‍👧 щ \u0000 \ud800 \u202e',
  'attach://file',
  'https://a.example/a.png',
  'http://127.0.0.1:1/a.png',
  'x'.repeat(4096),
  'x'.repeat(4097),
  '🌵'.repeat(2049),
  '__proto__',
  'constructor',
  'null',
  '{',
  '[1',
];
const numbers = [0, 1, 2, -1, 3, 40, 64, 100, 101, 1.5, 2 ** 31, -(2 ** 31), 2 ** 53, 1e300, 700_100_002];
const names = ['text', 'chat_id', 'type', 'message_id', 'user', 'keyboard', 'id', '__proto__', 'toString', 'url'];

/** The head of a picture, which is all that the emulator looks at. */
export function randomPicture(random: Random): Buffer {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(random.pick([1, 90, 320, 9000]), 16);
  head.writeUInt32BE(random.pick([1, 90, 200, 0]), 20);
  return random.chance(0.9) ? head : head.subarray(0, random.below(33));
}

export const randomText = (random: Random): string => random.pick(texts);

export function randomScalar(random: Random): unknown {
  return random.pick([() => randomText(random), () => random.pick(numbers), () => null, () => random.chance(0.5)])();
}

export function randomJson(random: Random, depth: number): unknown {
  if (depth === 0 || random.chance(0.4)) return randomScalar(random);
  if (random.chance(0.4)) return Array.from({ length: random.below(3) }, () => randomJson(random, depth - 1));
  return Object.fromEntries(
    Array.from({ length: random.below(3) }, () => [random.pick(names), randomJson(random, depth - 1)]),
  );
}

export const randomMessageId = (random: Random): number =>
  random.chance(0.9) ? 1 + random.below(60) : random.below(1e6);

const entity = (random: Random) => ({
  type: random.pick(['bold', 'italic', 'pre', 'text_link', 'custom_emoji', 'shout', 'text_mention', 'blockquote']),
  offset: random.pick(numbers),
  length: random.pick(numbers),
  url: randomText(random),
});

const inlineButton = (random: Random) => ({
  text: randomText(random).slice(0, 40),
  ...random.pick<object>([
    { callback_data: random.pick(['a', 'b', 'x'.repeat(64), 'щ'.repeat(33), '']) },
    { url: randomText(random) },
    { copy_text: { text: randomText(random) } },
    { pay: true },
    { web_app: { url: 'https://a.example' } },
    {},
  ]),
  ...(random.chance(0.1) && { style: random.pick(['danger', 'loud']) }),
});

const rows = (random: Random, button: () => unknown) =>
  Array.from({ length: random.below(3) }, () => Array.from({ length: 1 + random.below(3) }, button));

function randomMarkup(random: Random): unknown {
  return random.pick<() => unknown>([
    () => ({ inline_keyboard: rows(random, () => inlineButton(random)) }),
    () => ({ keyboard: rows(random, () => random.pick(['Yes', { text: 'Where', request_location: true }, 7])) }),
    () => ({ remove_keyboard: random.chance(0.9) }),
    () => ({ force_reply: true, input_field_placeholder: randomText(random) }),
    () => randomJson(random, 3),
  ])();
}

const media = (random: Random) => ({
  type: random.pick(['photo', 'document', 'video', 'nothing']),
  media: random.pick(['attach://file', 'attach://none', 'AgAC', 'https://a.example/a.png']),
  caption: randomText(random),
});

const scope = (random: Random) => ({
  type: random.pick(['default', 'chat', 'all_private_chats', 'chat_member', 'all_group_chats', 'nobody']),
  chat_id: random.pick([...people, 7, 'x']),
  user_id: random.pick(people),
});

const list = (random: Random, one: () => unknown) => Array.from({ length: random.below(4) }, one);

/** What a parameter of this name mostly holds. */
const fitting: Record<string, (random: Random) => unknown> = {
  chat_id: (random) => random.pick<unknown>([...people, ...people.map(String), 7, -100, '@nadia_owner']),
  from_chat_id: (random) => random.pick(people),
  user_id: (random) => random.pick(people),
  message_id: randomMessageId,
  message_ids: (random) => list(random, () => randomMessageId(random)),
  parse_mode: (random) => random.pick(['HTML', 'MarkdownV2', 'Markdown', 'html', 'XML', '__proto__']),
  entities: (random) => list(random, () => entity(random)),
  caption_entities: (random) => list(random, () => entity(random)),
  reply_markup: randomMarkup,
  reply_parameters: (random) => ({ message_id: randomMessageId(random), quote: random.pick(['hi', 'x']) }),
  photo: (random) => random.pick(['attach://file', 'AgAC', 'https://a.example/a.png', 'http://127.0.0.1:1/a.png']),
  document: (random) => random.pick(['attach://file', 'BQAC', '__proto__']),
  media: (random) => (random.chance(0.5) ? media(random) : list(random, () => media(random))),
  url: (random) => random.pick(['http://127.0.0.1:1/hook', 'https://a.example', '', 'ftp://a', 'https://127.0.0.1:1']),
  secret_token: (random) => random.pick(['s', 'щ', 'x'.repeat(257)]),
  offset: (random) => random.pick([0, -1, 1, 10 ** 9, ...numbers]),
  limit: (random) => random.pick(numbers),
  timeout: (random) => random.pick([0, 1, -1, 1e300]),
  allowed_updates: (random) => list(random, () => random.pick(['message', 'callback_query', 'nothing', 7])),
  scope,
  language_code: (random) => random.pick(['', 'en', 'ru', 'eng']),
  commands: (random) =>
    list(random, () => ({ command: random.pick(['start', 'Big', 'x'.repeat(33)]), description: randomText(random) })),
  menu_button: (random) => ({ type: random.pick(['commands', 'default', 'web_app', 'none']) }),
  callback_query_id: (random) => (random.chance(0.9) ? String(1 + random.below(30)) : '__proto__'),
  action: (random) => random.pick(['typing', 'upload_photo', 'dance']),
  prices: (random) => list(random, () => ({ label: randomText(random), amount: random.pick(numbers) })),
  currency: (random) => random.pick(['XTR', 'USD']),
  latitude: (random) => random.pick(numbers),
  longitude: (random) => random.pick(numbers),
  file_id: (random) => random.pick(['AgAC', '', 'x', '__proto__', 'constructor']),
  show_alert: (random) => random.chance(0.5),
  protect_content: (random) => random.chance(0.5),
  link_preview_options: (random) => ({ is_disabled: true, url: randomText(random) }),
};

export const parameterNames = [...Object.keys(fitting), 'text', 'caption', 'title', 'description', 'payload', 'name'];

/** Mostly what fits the name, now and then anything. */
export function randomValue(random: Random, name: string): unknown {
  const fits = Object.hasOwn(fitting, name) ? fitting[name] : randomText;
  return random.chance(0.92) && fits ? fits(random) : randomJson(random, 3);
}
