import type { ExecutionContext } from 'ava';
import test from 'ava';
import { handler } from '@opsheet/shared/bus/bus';
import type { PassReport } from '@opsheet/shared/contracts/sync';
import { syncConflicts, syncPause, syncRun } from '@opsheet/shared/contracts/sync';
import { type Arrivals, arrivals } from '@opsheet/shared/testing/arrivals';
import { type BareMessage, type BareNats, bareNats } from '@opsheet/shared/testing/bare-nats';
import { natsWorld } from '@opsheet/shared/testing/bus/nats-world';
import { findNatsServer } from '../../../../sandbox/infrastructure/nats.ts';

// The command-line client is written in Go and no package of Debian or npm has it: what it sends stands here.
const hello =
  'CONNECT {"verbose":false,"pedantic":false,"tls_required":false,"name":"NATS CLI Version 0.2.4","lang":"go",' +
  '"version":"1.43.0","protocol":1,"echo":true,"headers":true,"no_responders":true}\r\nPING\r\n';

const binary = await findNatsServer({ progress: (line) => process.stderr.write(`${line}\n`) });

const report: PassReport = {
  pass: 7,
  outcome: 'done',
  startedAt: '2026-01-31T12:00:00.000Z',
  durationMs: 12,
  reason: null,
  calls: { reads: 1, writes: 0 },
  tables: [],
};

type Setting = { cli: BareNats; runs: Arrivals<unknown>; another: () => Promise<BareNats> };

/** A sync service on a server, and the command-line client after its greeting. */
function scene(title: string, play: (t: ExecutionContext, setting: Setting) => Promise<void>): void {
  test.serial(title, async (t) => {
    await using world = await natsWorld(binary);
    const bus = await world.bus();
    const runs = arrivals<unknown>();
    await bus.serve({ name: 'sync', version: '0.1.0', description: 'Keeps sheet and database the same.' }, [
      handler(syncRun, async (request) => {
        runs.add(request);
        return report;
      }),
      handler(syncPause, async () => ({ state: 'paused' as const })),
      handler(syncConflicts, async () => Promise.reject(new Error('the database is away'))),
    ]);
    const another = () => greeted(world.server().port);
    using cli = await another();
    await play(t, { cli, runs, another });
  });
}

async function greeted(port: number): Promise<BareNats> {
  const cli = await bareNats(port);
  await cli.lines.until((lines) => lines.some((line) => line.startsWith('INFO {')));
  cli.write(hello);
  await cli.lines.until((lines) => lines.includes('PONG'));
  return cli;
}

let inboxes = 0;

/** `nats req`: an inbox, the request, one answer. */
async function req(cli: BareNats, subject: string, payload: string | Uint8Array = ''): Promise<BareMessage> {
  inboxes += 1;
  const inbox = `_INBOX.KUfVwQXqrQmvXX1GQxM9pR.${inboxes}`;
  cli.write(`SUB ${inbox}  ${inboxes}\r\n`);
  cli.write(`PUB ${subject} ${inbox} ${Buffer.byteLength(payload)}\r\n`);
  cli.write(payload);
  cli.write('\r\n');
  const all = await cli.messages.until((seen) => seen.some((message) => message.subject === inbox));
  cli.write(`UNSUB ${inboxes}\r\n`);
  const answer = all.find((message) => message.subject === inbox);
  if (!answer) throw new Error('unreachable: waited for it above');
  return answer;
}

scene("nats req opsheet.sync.run '' makes a pass and prints its report", async (t, { cli, runs }) => {
  const answer = await req(cli, 'opsheet.sync.run');
  t.deepEqual(JSON.parse(answer.payload), report);
  t.is(answer.headers, '');
  t.deepEqual(runs.seen, [{}]);
});

scene('nats req of a command that nobody serves is told so by the server', async (t, { cli }) => {
  const answer = await req(cli, 'opsheet.bot.status');
  t.regex(answer.headers, /^NATS\/1\.0 503/);
});

scene('nats micro ls finds the service', async (t, { cli }) => {
  const { id, ...ping } = JSON.parse((await req(cli, '$SRV.PING')).payload);
  t.deepEqual(ping, { type: 'io.nats.micro.v1.ping_response', name: 'sync', version: '0.1.0', metadata: {} });
  t.regex(id, /^\w{22}$/);
  t.is(JSON.parse((await req(cli, '$SRV.PING.sync')).payload).id, id);
  t.is(JSON.parse((await req(cli, `$SRV.PING.sync.${id}`)).payload).id, id);
});

scene('nats micro info sync shows every command with what it says and takes', async (t, { cli }) => {
  const info = JSON.parse((await req(cli, '$SRV.INFO.sync')).payload);
  t.like(info, {
    type: 'io.nats.micro.v1.info_response',
    name: 'sync',
    version: '0.1.0',
    description: 'Keeps sheet and database the same.',
    metadata: {},
  });
  t.deepEqual(
    info.endpoints.map(({ name, subject, queue_group }: Record<string, string>) => [name, subject, queue_group]),
    [
      ['run', 'opsheet.sync.run', 'sync'],
      ['pause', 'opsheet.sync.pause', 'sync'],
      ['conflicts', 'opsheet.sync.conflicts', 'sync'],
    ],
  );
  const { metadata } = info.endpoints[2];
  t.is(metadata.description, syncConflicts.says);
  t.is(metadata.example, '{"limit":20}');
  t.like(JSON.parse(metadata.request_schema), { type: 'object', properties: { limit: { maximum: 200 } } });
});

scene('nats micro stats counts requests and errors', async (t, { cli }) => {
  await req(cli, 'opsheet.sync.pause');
  await req(cli, 'opsheet.sync.pause', '{');
  await req(cli, 'opsheet.sync.conflicts');
  const stats = JSON.parse((await req(cli, '$SRV.STATS')).payload);
  t.like(stats, { type: 'io.nats.micro.v1.stats_response', name: 'sync', version: '0.1.0', metadata: {} });
  t.false(Number.isNaN(Date.parse(stats.started)));
  const [run, pause, conflicts] = stats.endpoints;
  t.like(run, { name: 'run', subject: 'opsheet.sync.run', queue_group: 'sync', num_requests: 0, num_errors: 0 });
  t.like(pause, { num_requests: 2, num_errors: 1 });
  t.regex(pause.last_error, /^400:.*not JSON/);
  t.like(conflicts, { num_requests: 1, num_errors: 1 });
  // Go reads both as a whole number of nanoseconds.
  t.true(Number.isInteger(pause.processing_time) && Number.isInteger(pause.average_processing_time));
});

scene('a bare PUB without a reply subject makes a pass', async (t, { cli, runs }) => {
  cli.write('PUB opsheet.sync.run 0\r\n\r\n');
  t.deepEqual(await runs.count(1), [{}]);
  cli.write('PUB opsheet.sync.run 1\r\n{\r\nPUB $SRV.PING 0\r\n\r\nPUB $SRV.INFO.sync 4\r\nwhat\r\n');
  t.deepEqual(JSON.parse((await req(cli, 'opsheet.sync.run')).payload), report);
  t.is(runs.seen.length, 2);
});

scene('a handler that fails answers 500 without its secrets', async (t, { cli }) => {
  const answer = await req(cli, 'opsheet.sync.conflicts');
  t.regex(answer.headers, /^NATS\/1\.0\r\n(?:.*\r\n)*Nats-Service-Error-Code: 500\r\n/);
  t.is(JSON.parse(answer.payload).error.code, 500);
  t.notRegex(answer.payload + answer.headers, /database is away/);
});

const garbage: Record<string, { payload: string | Uint8Array; why: RegExp }> = {
  'half an object': { payload: '{', why: /not JSON/ },
  'a list': { payload: '[]', why: /expected object, received array/ },
  'a text': { payload: '"x"', why: /expected object, received string/ },
  'a number of the wrong kind': { payload: '{"by": 7}', why: /by: .*expected string/ },
  null: { payload: 'null', why: /expected object, received null/ },
  'bytes that are no text': { payload: Uint8Array.of(0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x80), why: /not UTF-8/ },
  'a megabyte of brackets': { payload: '['.repeat(1_000_000), why: /not JSON|expected object/ },
};

for (const [what, { payload, why }] of Object.entries(garbage)) {
  scene(`${what} is refused with what is wrong and an example, and the service goes on`, async (t, { cli }) => {
    const answer = await req(cli, 'opsheet.sync.pause', payload);
    t.regex(answer.headers, /^NATS\/1\.0\r\n(?:.*\r\n)*Nats-Service-Error-Code: 400\r\n/);
    t.regex(answer.headers, /\r\nNats-Service-Error: opsheet\.sync\.pause cannot take/);
    const { error } = JSON.parse(answer.payload);
    t.is(error.code, 400);
    t.regex(error.message, why);
    t.regex(error.message, /example.*\{"by":"operator"\}/);
    t.deepEqual(JSON.parse((await req(cli, 'opsheet.sync.pause')).payload), { state: 'paused' });
  });
}

scene('a megabyte of spaces is as good as nothing', async (t, { cli }) => {
  const answer = await req(cli, 'opsheet.sync.pause', ' '.repeat(1_048_576));
  t.deepEqual(JSON.parse(answer.payload), { state: 'paused' });
});

scene('a payload over the limit costs its sender the connection, and nobody else', async (t, { cli, another }) => {
  cli.write(`PUB opsheet.sync.pause 1048577\r\n`);
  await cli.lines.until((lines) => lines.some((line) => line.startsWith("-ERR 'Maximum Payload")));
  using next = await another();
  t.deepEqual(JSON.parse((await req(next, 'opsheet.sync.pause')).payload), { state: 'paused' });
});
