import type { Calls } from '../calls.ts';
import type { ConformanceReport } from '../conformance/observer.ts';
import { plannedFaultSchema, type Faults } from '../faults.ts';
import type { HttpReply, HttpRequest } from '../http.ts';
import { decodePath } from '../path.ts';
import type { Updates } from '../updates.ts';
import type { World } from '../world.ts';
import { createActing } from './acting.ts';
import { ControlError } from './control-error.ts';
import { createLooking } from './looking.ts';
import { readBody } from './request.ts';

/**
 * The control address: how a test, a page or a person at a shell acts as the people who talk to the bot.
 * JSON in and out; any origin may call it. A refusal is `{error}`, which says what to send.
 * People and chats are named by the Telegram user id. `wait` is in seconds, at most 60.
 *
 * | request | body or query | answer |
 * |---|---|---|
 * | POST /control/send | {user, text} | {message_id} |
 * | POST /control/press | {user, message_id, button}: its text or data | {callback_query_id} |
 * | GET /control/callbacks/{id} | ?wait: until it is answered | {answered, text?, show_alert?, url?} |
 * | GET /control/chats/{user} | ?after=revision&wait: until it differs | {revision, started, blocked, messages, keyboard?, action?} |
 * | GET /control/people | | {people: [{id, firstName, username?, languageCode, started, blocked}]} |
 * | POST /control/people | {id, firstName, username?, languageCode} | {person} |
 * | GET /control/menu/{user} | | {commands: [{command, description}], button} |
 * | GET /control/bot | ?language | {id, username, name, description, shortDescription} |
 * | GET /control/photos/{id} | | the picture |
 * | POST /control/block | {user, blocked} | {blocked}; the bot gets my_chat_member |
 * | GET, POST, DELETE /control/faults | {method?, times?, fault}, see faults.ts | {faults} |
 * | GET /control/calls | ?after=id&wait: until there is one | {calls, counts}: the latest 500 |
 * | GET /control/conformance | | {available, checked: {requests, answers, updates, setAside}, problems: the latest 50} |
 *
 * A message of a chat is {message_id, from: 'bot' or 'user', date, text?, caption?, entities?, photo?, buttons?, edited?,
 * reply_to?}; a button is {text, data?, url?, copy?, style?}. Deleted messages are left out.
 */
export type Control = (request: HttpRequest) => Promise<HttpReply>;

type Route = (request: HttpRequest, id: string) => unknown;

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-allow-headers': 'content-type',
};

type Controlled = {
  world: World;
  updates: Updates;
  faults: Faults;
  calls: Calls;
  conformance: () => ConformanceReport;
};

export function createControl(given: Controlled): Control {
  const routes = createRoutes(given);
  return async (request) => {
    if (request.method === 'OPTIONS') return { status: 204, headers: cors, body: '' };
    try {
      const { route, id } = findRoute(routes, request);
      const result = await route(request, id);
      if (isPicture(result))
        return { status: 200, headers: { ...cors, 'content-type': result.mediaType }, body: result.bytes };
      return json(200, result);
    } catch (error) {
      if (error instanceof ControlError) return json(error.status, { error: error.message });
      throw error;
    }
  };
}

function createRoutes({ world, updates, faults, calls, conformance }: Controlled): Record<string, Route> {
  const acting = createActing(world, updates);
  const looking = createLooking(world, calls);
  const listed = () => ({ faults: faults.list() });
  return {
    'POST send': ({ body }) => acting.send(body),
    'POST press': ({ body }) => acting.press(body),
    'POST block': ({ body }) => acting.block(body),
    'POST people': ({ body }) => acting.join(body),
    'GET people': () => looking.people(),
    'GET chats/': ({ query, signal }, id) => looking.chat({ id, query, signal }),
    'GET callbacks/': ({ query, signal }, id) => looking.callback({ id, query, signal }),
    'GET menu/': (_, id) => looking.menu(id),
    'GET bot': (request) => looking.bot(request),
    'GET photos/': (_, id) => looking.photo(id),
    'GET calls': (request) => looking.calls(request),
    'GET conformance': () => conformance(),
    'GET faults': listed,
    'POST faults': ({ body }) => {
      faults.add(readBody(body, plannedFaultSchema, faultUsage));
      return listed();
    },
    'DELETE faults': () => {
      faults.clear();
      return listed();
    },
  };
}

const faultUsage =
  '{"method"?: "sendMessage", "times"?: 1, "fault": one of {"status": 429, "retryAfter": <seconds>}, {"status": 502}, ' +
  '{"drop": "before" or "after"}, {"delayMs": <number>}, {"duplicateUpdate": true}}';

function findRoute(routes: Record<string, Route>, { method, path }: HttpRequest): { route: Route; id: string } {
  const [name = '', id = '', ...rest] = (decodePath(path) ?? '').split('/').slice(2);
  const key = id === '' ? name : `${name}/`;
  const route = rest.length === 0 ? routes[`${method} ${key}`] : undefined;
  if (route) return { route, id };
  const there = Object.keys(routes).map((known) => known.replace(' ', ' /control/').replace(/\/$/, '/{id}'));
  throw new ControlError(404, `there is no ${method} ${path}: there are ${there.join(', ')}`);
}

type Picture = { mediaType: string; bytes: Buffer };

function isPicture(result: unknown): result is Picture {
  return typeof result === 'object' && result !== null && 'bytes' in result && Buffer.isBuffer(result.bytes);
}

function json(status: number, body: unknown): HttpReply {
  return { status, headers: { ...cors, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
