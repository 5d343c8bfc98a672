import { existsSync, readFileSync } from 'node:fs';
import test from 'ava';
import { z } from 'zod';
import { allCommands, allEvents } from '../../src/contracts/all.ts';
import { exampleOf } from '../../src/bus/example.ts';
import { contractsDocument } from '../../testing/contracts/document.ts';
import { documentFile, snapshotFile } from '../../testing/contracts/files.ts';
import { type JsonSchema, shapeOf } from '../../testing/contracts/shape.ts';
import { contractsSnapshot } from '../../testing/contracts/snapshot.ts';

const renew = 'if the change is meant, renew it with `npm run contracts` and have it reviewed';
const stored = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

test('docs/contracts.md says what the contracts say', (t) => {
  t.is(stored(documentFile), contractsDocument(), `docs/contracts.md is stale: ${renew}`);
});

test('the contracts are those that were reviewed', (t) => {
  t.deepEqual(
    JSON.parse(JSON.stringify(contractsSnapshot())),
    JSON.parse(stored(snapshotFile)),
    `a contract has changed: ${renew}`,
  );
});

test('no two contracts share a subject', (t) => {
  const subjects = [...allCommands, ...allEvents].map(({ subject }) => subject);
  t.is(new Set(subjects).size, subjects.length);
});

test('every command takes an empty payload, or the example that its refusal shows', (t) => {
  for (const { subject, request } of allCommands)
    t.true(request.safeParse(JSON.parse(exampleOf(request))).success, subject);
  t.true(allCommands.every(({ request }) => request.safeParse({}).success));
});

test('every event has an id, or two messages could not be told to be one', (t) => {
  for (const { subject, id } of contractsSnapshot().events) t.true(id.length > 0, subject);
});

test('a shape tells types, ranges, defaults and what may be left out', (t) => {
  const schema = z.object({ limit: z.int().min(1).max(200).default(20), by: z.enum(['a', 'b']).optional() });
  // zod's own type of a JSON schema allows any keyword; these use only those of JsonSchema.
  const limited = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  t.is(shapeOf(limited), '{\n  limit: integer 1–200 (default 20)\n  by?: "a" | "b"\n}');
  t.is(shapeOf({ type: 'object', properties: {} }), '{}');
  t.is(shapeOf({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }), '[string | null, …]');
});
