import type { z } from 'zod';

/** The services that take part. Each has one queue group for commands and one durable consumer for events. */
export const services = ['bot', 'sync', 'expiry'] as const;
export type ServiceName = (typeof services)[number];

/**
 * A request that one service answers. The subject is `opsheet.<service>.<name>`; an empty payload means the defaults,
 * so `request` must accept `{}` unless a field really has no default.
 */
export type Command<Request extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> = {
  readonly kind: 'command';
  readonly subject: string;
  readonly service: ServiceName;
  readonly name: string;
  readonly says: string;
  readonly request: Request;
  readonly reply: Reply;
  /** How long a caller waits for the reply when he says nothing else, in ms. */
  readonly timeoutMs: number;
};

/**
 * A fact that was committed. It is delivered at least once to each consumer; two messages with the same `id` are one.
 */
export type Event<Body extends z.ZodType = z.ZodType> = {
  readonly kind: 'event';
  readonly subject: string;
  readonly says: string;
  readonly schema: Body;
  /** What makes two messages one. */
  readonly id: (body: z.output<Body>) => string;
  /** Who must have handled it before its outbox entry is done. */
  readonly consumers: readonly ServiceName[];
};

type CommandOptions<Request extends z.ZodType, Reply extends z.ZodType> = {
  says: string;
  request: Request;
  reply: Reply;
  timeoutMs?: number;
};

/** Declares a command; `subject` is `opsheet.<service>.<name>`. Throws on any other subject. */
export function command<Request extends z.ZodType, Reply extends z.ZodType>(
  subject: string,
  { says, request, reply, timeoutMs = 5_000 }: CommandOptions<Request, Reply>,
): Command<Request, Reply> {
  const [prefix, service, name, ...rest] = subject.split('.');
  const owner = services.find((one) => one === service);
  if (prefix !== 'opsheet' || !owner || !name || rest.length > 0)
    throw new Error(`${subject} is not opsheet.<service>.<name>`);
  return { kind: 'command', subject, service: owner, name, says, request, reply, timeoutMs };
}

type EventOptions<Body extends z.ZodType> = Pick<Event<Body>, 'says' | 'schema' | 'id' | 'consumers'>;

/** Declares an event; `subject` is `opsheet.event.<domain>.<fact>`. Throws on any other subject. */
export function event<Body extends z.ZodType>(subject: string, options: EventOptions<Body>): Event<Body> {
  if (!/^opsheet\.event\.[a-z]+\.[a-z-]+$/.test(subject))
    throw new Error(`${subject} is not opsheet.event.<domain>.<fact>`);
  return { kind: 'event', subject, ...options };
}
