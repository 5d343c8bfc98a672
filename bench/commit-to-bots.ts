import { type Commit, type EditorActor } from './actors/editor.ts';
import { type Actor, spawnActor } from './actors/actor.ts';
import type { FollowerActor } from './actors/follower.ts';
import type { Put, RelayActor } from './actors/relay.ts';
import type { Sighting } from './actors/sightings.ts';
import type { Measure, Question } from './question.ts';
import { share } from './report/share.ts';
import { natsPings } from './world/nats-ping.ts';
import { natsServer, postgresServer, temporaryFolder } from './world/servers.ts';

const bots = 3;
const employees = 50;
const perSecond = 50;
const warmUp = 100;
const commits = 600;

export const commitToBots: Question = {
  name: 'commit-to-bots',
  question: `How long after a commit do ${bots} other bot processes serve the new row?`,
  async run() {
    await using stack = new AsyncDisposableStack();
    const databaseUrl = await postgresServer(stack);
    const nats = await natsServer(stack);
    const where = { databaseUrl, natsUrl: nats.url, folder: await temporaryFolder(stack) };
    const editor = stack.use(spawnActor<EditorActor>('editor.ts'));
    await editor.ask('addEmployees', { databaseUrl, count: employees });
    const relay = stack.use(spawnActor<RelayActor>('relay.ts'));
    await relay.ask('run', where);
    const followers = Array.from({ length: bots }, () => stack.use(spawnActor<FollowerActor>('follower.ts')));
    await Promise.all(followers.map((follower) => follower.ask('run', where)));

    const made = await editor.ask('edit', {
      databaseUrl,
      natsUrl: nats.url,
      employees,
      commits: warmUp + commits,
      perSecond,
    });
    const last = made.at(-1)?.version ?? 0;
    const seen = await Promise.all(followers.map((follower) => sightingsOf(follower, last)));
    const pings = await natsPings(nats.url, { count: 200, perSecond });
    return {
      measures: [
        ...measuresOf(made.slice(warmUp), { seen, puts: await relay.ask('puts', undefined) }),
        share('a bare ping of nats-server at that pace, p50', pings, 0.5),
      ],
      conditions: [
        `${commits} commits at ${perSecond} a second after ${warmUp} for warm-up, PostgreSQL with fsync, nats-server ${nats.version}; editor, relay and each bot are processes of their own.`,
        'From the return of the commit in the editor to the moment from which the bot’s store serves it, by the one monotonic clock of the machine; below 0: the store was first.',
      ],
    };
  },
};

async function sightingsOf(follower: Actor<FollowerActor>, last: number): Promise<readonly Sighting[]> {
  await follower.ask('reached', last);
  return follower.ask('sightings', undefined);
}

type Course = { seen: readonly (readonly Sighting[])[]; puts: readonly Put[] };

function measuresOf(made: readonly Commit[], { seen, puts }: Course): Measure[] {
  const slowest = made.map((commit) => Math.max(...seen.map((one) => delayMs(commit, one))));
  const each = seen.flatMap((one) => made.map((commit) => delayMs(commit, one)));
  const toPut = made.map((commit) => putOf(commit, puts).beganAt - commit.at);
  const acknowledged = made.map((commit) => putOf(commit, puts)).map(({ beganAt, endedAt }) => endedAt - beganAt);
  const transactions = made.map(({ tookMs }) => tookMs);
  return [
    { ...share('all three bots, p50', slowest, 0.5), target: { atMost: 1 } },
    { ...share('all three bots, p99', slowest, 0.99), target: { atMost: 10 } },
    share('one bot, p50', each, 0.5),
    share('one bot, p99', each, 0.99),
    share('commit → the relay puts it, p50', toPut, 0.5),
    share('put → acknowledged, p50', acknowledged, 0.5),
    share('the transaction itself, p50', transactions, 0.5),
    share('the transaction itself, p99', transactions, 0.99),
  ];
}

/** A bot that got two versions at once served the first of them from then on, too. */
function delayMs(commit: Commit, seen: readonly Sighting[]): number {
  const first = seen.find(({ version }) => version >= commit.version);
  if (!first) throw new Error(`version ${commit.version} was never served`);
  return first.at - commit.at;
}

function putOf({ version }: Commit, puts: readonly Put[]): Put {
  const first = puts.find((put) => put.version >= version);
  if (!first) throw new Error(`version ${version} was never put`);
  return first;
}
