import { z } from 'zod';
import { allCommands, allEvents } from '../../src/contracts/all.ts';
import { CacheEntry } from '../../src/contracts/cache.ts';
import type { Event } from '../../src/contracts/contract.ts';
import type { JsonSchema } from './shape.ts';

/** Everything that another program may rely on, as data: subjects, schemas, rules. A change of it shows in review. */
export const contractsSnapshot = () => ({
  commands: allCommands.map(({ subject, says, timeoutMs, request, reply }) => ({
    subject,
    says,
    timeoutMs,
    request: schemaOf(request, 'input'),
    reply: schemaOf(reply, 'output'),
  })),
  events: allEvents.map((event) => ({
    subject: event.subject,
    says: event.says,
    consumers: [...event.consumers],
    id: idFields(event),
    body: schemaOf(event.schema, 'output'),
  })),
  cache: schemaOf(CacheEntry, 'output'),
});

/** What the asker writes ('input': defaults may be left out), or what he reads. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  // zod's own type of a JSON schema allows any keyword; contracts use only those of JsonSchema.
  z.toJSONSchema(schema, { io }) as JsonSchema;

/** The fields that make two messages one: those that the event's `id` looks at. */
function idFields({ id }: Event): string[] {
  const looked = new Set<string>();
  const body = new Proxy(
    {},
    {
      get(_, name) {
        looked.add(String(name));
        return '';
      },
    },
  );
  id(body);
  return [...looked];
}
