import type { Random } from '../../random.ts';
import { encode, type Encoded } from './encoding.ts';
import {
  parameterNames,
  people,
  randomJson,
  randomMessageId,
  randomPicture,
  randomText,
  randomValue,
} from './values.ts';

export type FuzzRequest = Encoded & { method: string; path: string };

/** What a bot does, with the parameters that belong to it. */
const calls: Record<string, string> = {
  getMe: '',
  getUpdates: 'offset limit timeout allowed_updates',
  setWebhook: 'url secret_token allowed_updates',
  deleteWebhook: '',
  getWebhookInfo: '',
  sendMessage: 'chat_id text parse_mode entities reply_markup reply_parameters link_preview_options protect_content',
  sendPhoto: 'chat_id photo caption parse_mode caption_entities reply_markup',
  sendDocument: 'chat_id document caption parse_mode',
  sendMediaGroup: 'chat_id media',
  sendLocation: 'chat_id latitude longitude',
  sendInvoice: 'chat_id title description payload currency prices',
  sendChatAction: 'chat_id action',
  editMessageText: 'chat_id message_id text parse_mode entities reply_markup',
  editMessageCaption: 'chat_id message_id caption reply_markup',
  editMessageMedia: 'chat_id message_id media reply_markup',
  editMessageReplyMarkup: 'chat_id message_id reply_markup',
  deleteMessage: 'chat_id message_id',
  deleteMessages: 'chat_id message_ids',
  forwardMessage: 'chat_id from_chat_id message_id',
  copyMessage: 'chat_id from_chat_id message_id caption',
  pinChatMessage: 'chat_id message_id',
  unpinChatMessage: 'chat_id message_id',
  answerCallbackQuery: 'callback_query_id text show_alert url',
  setMyCommands: 'commands scope language_code',
  getMyCommands: 'scope language_code',
  deleteMyCommands: 'scope language_code',
  setMyName: 'name language_code',
  getMyName: 'language_code',
  setChatMenuButton: 'chat_id menu_button',
  getChat: 'chat_id',
  getChatMember: 'chat_id user_id',
  getFile: 'file_id',
  sendJoy: 'chat_id',
  constructor: '',
};

/** Strikes at most once, so that it is clear which answers it may have touched. */
const faults = [
  { status: 429, retryAfter: 1 },
  { status: 502 },
  { drop: 'before' },
  { drop: 'after' },
  { delayMs: 1 },
  { duplicateUpdate: true },
  { status: 7 },
];

/** What people do by the control address. */
const acts: Record<string, (random: Random) => unknown> = {
  send: (random) => ({ user: random.pick(people), ...randomContent(random) }),
  edit: (random) => ({ user: random.pick(people), message_id: randomMessageId(random), text: randomText(random) }),
  press: (random) => ({
    user: random.pick(people),
    message_id: randomMessageId(random),
    button: random.pick(['a', 'b', 'hi', 'Yes']),
  }),
  pay: (random) => ({ user: random.pick(people), message_id: randomMessageId(random) }),
  block: (random) => ({ user: random.pick(people), blocked: random.chance(0.3) }),
  people: (random) => ({ id: random.below(9000), firstName: randomText(random), languageCode: 'en' }),
  clock: (random) => ({ advance_ms: random.pick([1, 60_000, 3_600_000, -1, 1e300]) }),
  faults: (random) => ({ fault: random.pick(faults), times: 1, ...(random.chance(0.3) && { method: 'sendMessage' }) }),
};

function randomContent(random: Random): object {
  const text = randomText(random);
  return random.pick<object>([
    { text },
    { text },
    { photo: { base64: randomPicture(random).toString('base64') }, caption: text },
    { document: { name: text, base64: 'AAAA' } },
    { location: { latitude: random.below(200), longitude: random.below(200) } },
  ]);
}

const views =
  'people chats/1001 chats/7 menu/1001 bot calls conformance callbacks/1 callbacks/__proto__ bot?language=constructor faults files/__proto__ photos/x clock'.split(
    ' ',
  );
const verbs = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'];
const paths = [
  '/',
  '//',
  '/bot',
  '/bot/',
  '/botx:y/getMe',
  '/file/bot1:a/x',
  '/control',
  '/control/',
  '/%00',
  '/%2e%2e',
];

/** A request that a real bot, a careless one, a person or nobody at all might send. */
export function randomRequest(random: Random, token: string): FuzzRequest {
  const kind = random.below(100);
  if (kind < 70) return randomCall(random, token);
  if (kind < 88) return randomAct(random);
  if (kind < 94) return { method: 'GET', path: `/control/${random.pick(views)}`, ...nothing };
  return randomAnything(random, token);
}

const nothing: Encoded = { query: '', headers: {}, body: Buffer.alloc(0) };

function randomCall(random: Random, token: string): FuzzRequest {
  const name = random.pick(Object.keys(calls));
  const own = (calls[name] ?? '').split(' ').filter((parameter) => parameter !== '' && random.chance(0.8));
  const foreign = random.chance(0.1) ? [random.pick(parameterNames)] : [];
  const parameters = Object.fromEntries([...own, ...foreign].map((one) => [one, randomValue(random, one)]));
  const encoded = encode(random, parameters);
  const path = `/bot${random.chance(0.97) ? token : random.pick(['7:a', 'x', '0:a', '', '%zz'])}/${name}`;
  return { method: encoded.body.length > 0 ? 'POST' : random.pick(['GET', 'POST']), path, ...encoded };
}

function randomAct(random: Random): FuzzRequest {
  const name = random.pick(Object.keys(acts));
  const body = random.chance(0.85) ? acts[name]?.(random) : randomJson(random, 3);
  const text = JSON.stringify(body) ?? '';
  const broken = random.chance(0.05) ? text.slice(0, -1) : text;
  return { method: 'POST', path: `/control/${name}`, ...nothing, body: Buffer.from(broken) };
}

function randomAnything(random: Random, token: string): FuzzRequest {
  const junk = encodeURIComponent(randomText(random).slice(0, 30).toWellFormed());
  const path = random.pick([
    ...paths,
    `/${junk}`,
    `/bot${token}/${junk}`,
    `/bot${token}%2FgetMe`,
    `/bot${token}/getMe/..`,
    `/control/${junk}`,
    `/control/chats/${junk}`,
    `/file/bot${token}/${junk}`,
  ]);
  return { method: random.pick(verbs), path, ...encode(random, { text: randomJson(random, 4) }) };
}
