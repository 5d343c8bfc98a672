import { errors, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Clock } from '../../runtime/clock.ts';
import type { Command } from '../../contracts/contract.ts';
import { describe } from '../../runtime/errors.ts';
import type { Logger } from '../../runtime/log.ts';
import { answer, parseJson } from '../answer.ts';
import type { Answer, Bus, Handler } from '../bus.ts';
import { exampleOf } from '../example.ts';
import { aborted } from '../../runtime/aborted.ts';
import type { Connection } from './connection.ts';
import { type Endpoint, errorCodeHeader, errorHeader, microService } from './micro.ts';
import { untilTaken } from './session.ts';

type Surroundings = { connection: Connection; clock: Clock; log: Logger };

/** Commands over NATS: request and reply, one member of the service's queue group answers. */
export function natsCommands({ connection, clock, log }: Surroundings): Pick<Bus, 'request' | 'serve'> {
  return {
    async request(command, body, { timeoutMs = command.timeoutMs } = {}) {
      const session = connection.session();
      if (!session) return away;
      try {
        const absent = untilAbsent(session.nc, command.service, timeoutMs);
        const reply = session.nc.request(command.subject, JSON.stringify(body), { timeout: timeoutMs });
        return readReply(command, await Promise.race([absent, reply]));
      } catch (error) {
        return whyNoReply(error, { command, timeoutMs });
      }
    },
    serve(service, handlers) {
      const endpoints = handlers.map((handler) => endpointOf(handler, log));
      const micro = microService({ service, endpoints, clock, log });
      return connection.keep({
        what: `the commands of ${service.name}`,
        async begin({ nc, ended }) {
          const listening = micro.listen(nc);
          await untilTaken(nc);
          return { over: aborted(ended).then(listening.stop) };
        },
      });
    },
  };
}

/**
 * Rejects with NoRespondersError when no process of the service is there; otherwise it is for ever under way. The server
 * says the same of the command itself, but not while somebody else hears its subject: an operator's
 * `nats sub 'opsheet.>'` would keep every caller waiting. The ping of the Services API is heard by the service alone.
 * It goes out first, so that a service that is just ending cannot have taken the command.
 */
async function untilAbsent(nc: NatsConnection, service: string, timeoutMs: number): Promise<never> {
  try {
    await nc.request(`$SRV.PING.${service}`, '', { timeout: timeoutMs });
  } catch (error) {
    if (isAbsence(error)) throw error;
    // Whatever else went wrong, the command's own request will tell.
  }
  return new Promise(() => {});
}

/** What went wrong with a request, out of the wrapping that the client puts around it. */
const causeOf = (error: unknown): unknown =>
  error instanceof errors.RequestError && error.cause ? error.cause : error;

const isAbsence = (error: unknown): boolean => causeOf(error) instanceof errors.NoRespondersError;

function endpointOf(handler: Handler, log: Logger): Endpoint {
  const { command } = handler;
  return {
    name: command.name,
    subject: command.subject,
    metadata: {
      description: command.says,
      example: exampleOf(command.request),
      request_schema: schemaOf(command.request, 'input'),
      reply_schema: schemaOf(command.reply, 'output'),
      timeout_ms: String(command.timeoutMs),
    },
    answer: (payload) => answer(handler, payload, log),
  };
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));

const away = {
  ok: false,
  reason: 'away',
  message: 'there is no connection to NATS; try again in a moment',
} as const satisfies Answer<never>;

function readReply<C extends Command>(command: C, msg: Msg): Answer<z.output<C['reply']>> {
  const code = msg.headers?.get(errorCodeHeader);
  if (code)
    return { ok: false, reason: code === '400' ? 'refused' : 'failed', message: msg.headers?.get(errorHeader) ?? code };
  const json = parseJson(msg.data);
  if (!json.ok) return { ok: false, reason: 'failed', message: `${command.subject} answered, but ${json.why}` };
  const reply = command.reply.safeParse(json.value);
  // zod cannot tie the generic schema's output to C, which declares it.
  if (reply.success) return { ok: true, reply: reply.data as z.output<C['reply']> };
  return {
    ok: false,
    reason: 'failed',
    message: `${command.subject} answered against its contract: ${reply.error.message}`,
  };
}

function whyNoReply(error: unknown, { command, timeoutMs }: { command: Command; timeoutMs: number }): Answer<never> {
  const cause = causeOf(error);
  if (isAbsence(error))
    return {
      ok: false,
      reason: 'nobody answers',
      message: `${command.service} is not running: nobody answers ${command.subject}`,
    };
  if (cause instanceof errors.TimeoutError)
    return {
      ok: false,
      reason: 'too late',
      message: `${command.subject} gave no answer within ${timeoutMs} ms; it may still be carried out`,
    };
  if (cause instanceof errors.PermissionViolationError || cause instanceof errors.InvalidArgumentError)
    return { ok: false, reason: 'refused', message: `${command.subject} cannot be sent: ${describe(cause)}` };
  if (error instanceof errors.RequestError || error instanceof errors.ClosedConnectionError)
    return {
      ok: false,
      reason: 'away',
      message: `the connection broke before ${command.subject} answered; it may have been carried out`,
    };
  throw error;
}
