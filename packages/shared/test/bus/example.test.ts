import test from 'ava';
import { exampleOf } from '@opsheet/shared/bus/example';
import { allCommands } from '@opsheet/shared/contracts/all';
import { z } from 'zod';

for (const { subject, request } of allCommands) {
  test(`the example of ${subject} is a payload that it takes`, (t) => {
    t.true(request.safeParse(JSON.parse(exampleOf(request))).success);
  });
}

test('an example shows what is required and what has a default, and leaves out the rest', (t) => {
  const schema = z.object({
    id: z.int(),
    kind: z.enum(['paid', 'free']),
    at: z.iso.datetime(),
    by: z.string().default('operator'),
    note: z.string().optional(),
    tags: z.array(z.string()),
    gone: z.boolean(),
    owner: z.string().nullable(),
  });
  const example: unknown = JSON.parse(exampleOf(schema));
  t.deepEqual(example, {
    id: 1,
    kind: 'paid',
    at: '2026-01-31T12:00:00Z',
    by: 'operator',
    tags: ['text'],
    gone: true,
    owner: null,
  });
  t.true(schema.safeParse(example).success);
});
