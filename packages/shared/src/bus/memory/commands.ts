import type { z } from 'zod';
import type { Command } from '../../contracts/contract.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/log.ts';
import { answer, type WireReply } from '../answer.ts';
import type { Answer, Bus, Handler } from '../bus.ts';
import type { Link } from './link.ts';

/** One who answers a subject; `hand` keeps count of what he has in hand. */
type Member = { handler: Handler; hand: (payload: Uint8Array) => Promise<WireReply> };

/** The commands of all buses of a network. The members of a service take turns, as in a queue group. */
export function memoryCommands({ link, clock, log }: { link: Link; clock: Clock; log: Logger }) {
  const members = new Map<string, Member[]>();

  function next(subject: string): Member | undefined {
    const queue = members.get(subject);
    const first = queue?.shift();
    if (first) queue?.push(first);
    return first;
  }

  const request: Bus['request'] = async (command, body, { timeoutMs = command.timeoutMs } = {}) => {
    if (link.state() === 'away') return { ok: false, reason: 'away', message: 'there is no connection to the bus' };
    const member = next(command.subject);
    if (!member) return { ok: false, reason: 'nobody answers', message: `nobody answers ${command.subject}` };
    const given = new AbortController();
    const reply = await Promise.race([
      member.hand(new TextEncoder().encode(JSON.stringify(body))),
      link.until('away', given.signal).then(() => 'away' as const),
      clock.sleep(timeoutMs, given.signal).then(() => 'too late' as const),
    ]);
    given.abort();
    if (typeof reply === 'string') return { ok: false, reason: reply, message: `${command.subject} gave no answer` };
    return read(reply, command);
  };

  const serve: Bus['serve'] = async (_service, handlers) => {
    const inHand = new Set<Promise<unknown>>();
    const own = handlers.map((handler): Member => ({
      handler,
      hand(payload) {
        const answered = answer(handler, payload, log).finally(() => inHand.delete(answered));
        inHand.add(answered);
        return answered;
      },
    }));
    for (const member of own) {
      const { subject } = member.handler.command;
      members.set(subject, [...(members.get(subject) ?? []), member]);
    }
    return {
      async [Symbol.asyncDispose]() {
        for (const member of own) {
          const { subject } = member.handler.command;
          members.set(subject, members.get(subject)?.filter((one) => one !== member) ?? []);
        }
        await Promise.all(inHand);
      },
    };
  };

  return { request, serve };
}

function read<C extends Command>(reply: WireReply, command: C): Answer<z.output<C['reply']>> {
  if (!reply.ok) return { ok: false, reason: reply.code === 400 ? 'refused' : 'failed', message: reply.message };
  // zod cannot tie the generic schema's output to C, which declares it.
  return { ok: true, reply: command.reply.parse(JSON.parse(reply.json)) as z.output<C['reply']> };
}
