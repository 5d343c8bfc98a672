import { z } from 'zod';
import type { Calls } from '../calls.ts';
import type { ConformanceReport } from '../conformance/observer.ts';
import type { Faults } from '../faults/faults.ts';
import { faultUsage, plannedFaultSchema } from '../faults/planned-fault.ts';
import type { FloodLimits } from '../limits/flood.ts';
import type { HttpReply, HttpRequest } from '../http/server.ts';
import type { Contents } from '../media/file/download.ts';
import { decodePath } from '../http/path.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { createAccounts } from './accounts.ts';
import { ControlError } from './control-error.ts';
import { createDeleting } from './deleting.ts';
import { createEditing } from './editing.ts';
import { createLooking } from './looking.ts';
import { createPaying } from './paying.ts';
import { createMovingTime } from './moving-time.ts';
import { createPressing } from './pressing.ts';
import { readBody } from './request.ts';
import { createSending } from './sending.ts';

/**
 * The control address: how a test, a page or a person at a shell acts as the people who talk to the bot.
 * JSON in and out; any origin may call it. A refusal is `{error}`, which says what to send.
 * People and chats are named by the Telegram user id. `wait` is in seconds, at most 60. Faults, limits and calls are
 * forgotten at a restart; everything else is kept where there is a data file.
 *
 * | request | body or query | answer |
 * |---|---|---|
 * | POST /control/send | {user, reply_to?} and one of text, photo, document, location, contact; caption? | {message_id} |
 * | POST /control/edit | {user, message_id, text or caption} | {message_id}; the bot gets edited_message |
 * | POST /control/delete | {user, message_id} | {message_id}; the bot is not told |
 * | POST /control/press | {user, message_id, button}: its text or data | {callback_query_id} |
 * | POST /control/press | {user, button, location?}: a key below the input field | {message_id} |
 * | POST /control/pay | {user, message_id or link} | {pre_checkout_query_id} |
 * | GET /control/payments/{id} | ?wait: until the bot has answered | {state, error_message?, telegram_payment_charge_id?} |
 * | GET /control/callbacks/{id} | ?wait: until it is answered | {answered, text?, show_alert?, url?} |
 * | GET /control/chats/{user} | ?after=revision&wait: until it differs | {revision, started, blocked, messages, keyboard?, force_reply?, pinned?, action?} |
 * | GET /control/people | | {people: [{id, firstName, username?, languageCode, started, blocked}]} |
 * | POST /control/people | {id, firstName, username?, languageCode} | {person} |
 * | GET /control/menu/{user} | | {commands: [{command, description}], button} |
 * | GET /control/bot | ?language | {id, username, name, description, shortDescription} |
 * | GET /control/files/{file_id} | | its bytes; of a photo by /control/photos/{file_id} too |
 * | POST /control/block | {user, blocked} | {blocked}; the bot gets my_chat_member |
 * | POST /control/deactivate | {user, deactivated} | {deactivated}; the bot only gets 403 |
 * | GET, POST /control/clock | {advance_ms}, {set: ISO time} or {real: true} | {now, offset_ms} |
 * | GET, POST, DELETE /control/faults | {method?, times?, fault}, see faults/planned-fault.ts | {faults} |
 * | GET, POST /control/limits | {flood: true or false} | {flood}: whether calls that come too fast get 429 |
 * | GET /control/calls | ?after=id&wait: until there is one | {calls, counts}: the latest 500 |
 * | GET /control/conformance | | {available, checked: {requests, answers, updates, setAside}, problems: the latest 50} |
 *
 * A message of a chat is {message_id, from: 'bot' or 'user', date, text?, caption?, entities?, photo?, document?,
 * location?, contact?, album?, invoice?, paid?, refunded?, pinned_message_id?, buttons?, edited?, reply_to?, quote?,
 * forwarded_from?, reaction?, silent?}; a button is {text, data?, url?, copy?, pay?, style?}. Deleted ones are left out.
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
  flood: FloodLimits;
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
      if (isContents(result))
        return { status: 200, headers: { ...cors, 'content-type': result.mediaType }, body: result.bytes };
      return json(200, result);
    } catch (error) {
      if (error instanceof ControlError) return json(error.status, { error: error.message });
      throw error;
    }
  };
}

function createRoutes({ world, updates, faults, flood, calls, conformance }: Controlled): Record<string, Route> {
  const accounts = createAccounts(world, updates);
  const press = createPressing(world, updates);
  const remove = createDeleting(world);
  const send = createSending(world, updates);
  const edit = createEditing(world, updates);
  const looking = createLooking(world, calls);
  const paying = createPaying(world, updates);
  const time = createMovingTime(world);
  const listed = () => ({ faults: faults.list() });
  return {
    'POST send': ({ body }) => send(body),
    'POST edit': ({ body }) => edit(body),
    'POST delete': ({ body }) => remove(body),
    'POST press': ({ body }) => press(body),
    'POST pay': ({ body }) => paying.pay(body),
    'GET payments/': ({ query, signal }, id) => paying.payment({ id, query, signal }),
    'POST block': ({ body }) => accounts.block(body),
    'POST deactivate': ({ body }) => accounts.deactivate(body),
    'POST people': ({ body }) => accounts.join(body),
    'GET people': () => looking.people(),
    'GET chats/': ({ query, signal }, id) => looking.chat({ id, query, signal }),
    'GET callbacks/': ({ query, signal }, id) => looking.callback({ id, query, signal }),
    'GET menu/': (_, id) => looking.menu(id),
    'GET bot': (request) => looking.bot(request),
    'GET photos/': (_, id) => looking.file(id),
    'GET files/': (_, id) => looking.file(id),
    'GET calls': (request) => looking.calls(request),
    'GET conformance': () => conformance(),
    'GET clock': () => time.show(),
    'POST clock': ({ body }) => time.move(body),
    'GET limits': () => ({ flood: flood.isOn() }),
    'POST limits': ({ body }) => {
      flood.turn(readBody(body, limitsSchema, '{"flood": true or false}').flood);
      return { flood: flood.isOn() };
    },
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

const limitsSchema = z.strictObject({ flood: z.boolean() });

function findRoute(routes: Record<string, Route>, { method, path }: HttpRequest): { route: Route; id: string } {
  const [name = '', id = '', ...rest] = (decodePath(path) ?? '').split('/').slice(2);
  const key = id === '' ? name : `${name}/`;
  const route = rest.length === 0 ? routes[`${method} ${key}`] : undefined;
  if (route) return { route, id };
  const there = Object.keys(routes).map((known) => known.replace(' ', ' /control/').replace(/\/$/, '/{id}'));
  throw new ControlError(404, `there is no ${method} ${path}: there are ${there.join(', ')}`);
}

function isContents(result: unknown): result is Contents {
  return typeof result === 'object' && result !== null && 'bytes' in result && Buffer.isBuffer(result.bytes);
}

function json(status: number, body: unknown): HttpReply {
  return { status, headers: { ...cors, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
