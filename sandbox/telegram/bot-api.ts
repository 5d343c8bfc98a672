import { ApiError, badRequest, failure, notFound, unauthorized, type Reply } from './api-error.ts';
import { readParameters, textOf, type CallParameters } from './call-parameters.ts';
import type { Call, Calls } from './calls.ts';
import type { Observer } from './conformance/observer.ts';
import { replyInstead } from './faults/fault-reply.ts';
import type { Faults } from './faults/faults.ts';
import type { FloodLimits } from './limits/flood.ts';
import type { Answer, Method, Methods } from './methods/method.ts';
import type { Session } from './methods/session.ts';
import type { World } from './world.ts';

/** An HTTP request to `/bot<token>/<method>`. */
export type ApiRequest = {
  token: string;
  method: string;
  query: URLSearchParams;
  body: Buffer;
  contentType: string;
  signal: AbortSignal;
};

/** `undefined` in place of a reply: the connection is cut without one. */
export type ApiReply = Reply | undefined;

type Found = { name: string; run: Method };

export type BotApi = {
  handle: (request: ApiRequest) => Promise<ApiReply>;
  /** The answer to what is no call of a method. */
  refuse: (error: ApiError) => Reply;
  /** A method named in the answer of a webhook: done without a reply to anybody. */
  invoke: (parameters: CallParameters) => Promise<void>;
};

export function createBotApi(given: {
  world: World;
  botToken: string;
  methods: Methods;
  faults: Faults;
  session: Session;
  flood: FloodLimits;
  calls: Calls;
  observer: Observer;
}): BotApi {
  const { world, methods, session, faults, flood, calls, observer } = given;
  const byLowerName = new Map(Object.entries(methods).map(([name, run]) => [name.toLowerCase(), { name, run }]));

  function record<Answered extends ApiReply>(call: Call, reply: Answered): Answered {
    calls.add(call);
    observer.call(call, reply);
    return reply;
  }

  function refuse(error: ApiError): Reply {
    const reply = failure(error);
    observer.refusal(reply);
    return reply;
  }

  /** The official server answers a request that it cannot take apart by the status alone; the calls here say why. */
  function refuseUnread(method: string, { code, message }: ApiError): Reply {
    calls.add({ method, parameters: {}, ok: false, error: { code, description: message } });
    return { status: code, contentType: '', body: '' };
  }

  const find = (method: string) => byLowerName.get(method.toLowerCase()) ?? { name: method, run: unknownMethod };

  async function call({ name, run }: Found, parameters: CallParameters, signal: AbortSignal): Promise<Reply> {
    const made = { method: name, parameters: shown(parameters) };
    try {
      const refused = session.refusal() ?? flood.refusal(name, parameters);
      if (refused) throw refused;
      // Business accounts do not exist here, so none is connected.
      if (textOf(parameters, 'business_connection_id') !== '') throw badRequest('business connection not found');
      const answer = await run(parameters, signal);
      return record({ ...made, ok: true, result: answer.result }, success(answer));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return record({ ...made, ok: false, error: { code: error.code, description: error.message } }, failure(error));
    }
  }

  return {
    refuse,
    async handle(request) {
      const parameters = readParametersOrError(request);
      if (parameters instanceof ApiError) return refuseUnread(request.method, parameters);
      if (request.token !== given.botToken) return refuse(refusal(request.token));
      const found = find(request.method === '' ? textOf(parameters, 'method') : request.method);
      const fault = faults.take(found.name);
      if (fault?.delayMs !== undefined) await world.clock.sleep(fault.delayMs, request.signal);
      const instead = fault && replyInstead(fault);
      if (instead) {
        return record(
          { method: found.name, parameters: shown(parameters), ok: false, error: instead.error },
          instead.reply,
        );
      }
      const reply = await call(found, parameters, request.signal);
      return fault?.drop === 'after' ? undefined : reply;
    },
    async invoke(parameters) {
      // Nobody reads this reply, and nobody can hang up on it; the call is recorded like any other.
      await call(find(textOf(parameters, 'method')), parameters, new AbortController().signal);
    },
  };
}

function unknownMethod(): never {
  throw notFound('method not found');
}

function readParametersOrError({ query, body, contentType }: ApiRequest): CallParameters | ApiError {
  try {
    return readParameters(query, body, contentType);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** In the order in which the official server looks (source). */
function refusal(token: string): ApiError {
  const malformed = unauthorized('invalid token specified');
  if (token.startsWith('0') || Buffer.byteLength(token) > 80 || !token.includes(':')) return malformed;
  const id = token.slice(0, token.indexOf(':'));
  if (!/^-?\d+$/.test(id)) return new ApiError(421, 'Misdirected Request: unallowed token specified');
  return Number(id) > 0 && Number(id) < 2 ** 54 ? unauthorized() : malformed;
}

function success({ result, description }: Answer): Reply {
  return { status: 200, contentType: 'application/json', body: JSON.stringify({ ok: true, result, description }) };
}

/** The parameters as they were sent, without the method where it came among them; uploads as their names and sizes. */
function shown({ values, files }: CallParameters): Record<string, unknown> {
  const sent = [...values].filter(([name]) => name !== 'method');
  const uploaded = [...files].map(([name, file]) => [name, { file: file.name, bytes: file.bytes.length }]);
  return Object.fromEntries([...sent, ...uploaded]);
}
