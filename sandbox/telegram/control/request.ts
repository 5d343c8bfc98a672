import { z } from 'zod';
import type { Conversation } from '../chats/conversation.ts';
import type { Person } from '../chats/people.ts';
import { chatWith, findPerson, type World } from '../world.ts';
import { ControlError } from './control-error.ts';

/** Reads a JSON body. `usage` shows what to send, and is part of the complaint about anything else. */
export function readBody<Schema extends z.ZodType>(body: Buffer, schema: Schema, usage: string): z.output<Schema> {
  const parsed = schema.safeParse(readJson(body, usage));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new ControlError(400, `send ${usage} (${problems.join('; ')})`);
}

function readJson(body: Buffer, usage: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new ControlError(400, `send ${usage} (the body is not JSON: ${String(error)})`);
  }
}

const longestWaitSeconds = 60;

/** `?after=` and `?wait=` of a request that waits for something newer. `wait` is in seconds. */
export function readWait(query: URLSearchParams): { after: number | undefined; waitMs: number } {
  const after = readNumber(query, 'after');
  const wait = readNumber(query, 'wait') ?? 0;
  return { after, waitMs: Math.min(wait, longestWaitSeconds) * 1000 };
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new ControlError(400, `${name} is a number, not "${text}"`);
  return Number(text);
}

/** The chat of a person who can write to the bot. */
export function reachBot(world: World, user: number): Conversation {
  const person = personNamed(world, user);
  const chat = chatWith(world, person);
  if (chat.deactivated)
    throw new ControlError(409, `${person.firstName} has no account: POST /control/deactivate first`);
  if (chat.blocked) throw new ControlError(409, `${person.firstName} has blocked the bot: POST /control/block first`);
  return { person, chat };
}

export function personNamed(world: World, id: number | string): Person {
  const person = findPerson(world, Number(id));
  if (person) return person;
  const there = world.state.people.map((one) => `${one.id} ${one.firstName}`).join(', ');
  throw new ControlError(404, `nobody here has the id ${id}: there are ${there}`);
}
