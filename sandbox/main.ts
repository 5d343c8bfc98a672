import { dirname } from 'node:path';
import { systemClock } from '@opsheet/shared/runtime/clock';
import { start } from '@opsheet/shared/runtime/start';
import { readCommandLine, usage } from './command-line.ts';
import { forgetData, openDataFolder } from './data-folder.ts';
import { type Feed, openFeed } from './desk/feed/feed.ts';
import { listenToNats } from './desk/feed/listen.ts';
import { startDesk } from './desk/server.ts';
import { deskFacts, describeEndpoints, type Endpoints, removeEndpoints, writeEndpoints } from './endpoints.ts';
import { clusterOf } from './parts/cluster.ts';
import { provideNats } from './parts/nats.ts';
import { providePostgres } from './parts/postgres.ts';
import { provideServices } from './parts/services.ts';
import type { Surroundings } from './parts/service-variables.ts';
import { provideSheets } from './parts/sheets.ts';
import type { Stage } from './parts/stage.ts';
import { provideTelegram } from './parts/telegram.ts';
import { deskPort } from './ports.ts';
import { originsOf, readSettings } from './settings.ts';
import { summary } from './summary.ts';
import { takeLock } from './supervisor/lock.ts';
import { endLeftovers, openProcesses } from './supervisor/processes.ts';
import { aborted, untilTold } from './until-told.ts';

/** `npm start`: everything on this machine, until Ctrl-C. See docs/sandbox.md. */
const root = dirname(import.meta.dirname);
const say = (line: string) => console.log(`opsheet: ${line}`);

/** Longer than everything needs to stop; `npm start` promises 5 s. */
const lastResortMs = 4_700;

await start(async () => {
  const told = untilTold();
  try {
    await runSandbox(told);
  } catch (error) {
    // Told to stop while it was coming up: no failure.
    if (error !== told.reason) throw error;
  }
});

async function runSandbox(told: AbortSignal): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(2), root);
  if (commandLine.help) return console.log(usage);
  const settings = readSettings(commandLine.settings, root);
  const folder = await openDataFolder(commandLine.data);
  await using stack = new AsyncDisposableStack();
  stack.use(takeLock(folder.lock));
  for (const name of await endLeftovers(folder.processes)) say(`ended the ${name} that a killed start had left`);
  removeEndpoints(folder.endpoints);
  if (commandLine.fresh) await forgetData(folder);
  const processes = openProcesses(folder.processes);
  stack.defer(processes.forget);
  told.addEventListener('abort', () => setTimeout(processes.kill, lastResortMs).unref());
  await bringUp({ root, commandLine, settings, folder, processes, clock: systemClock, told, say }, stack);
  await aborted(told);
}

/** Each part is stopped in the reverse order of its start. */
async function bringUp(given: Stage, stack: AsyncDisposableStack): Promise<void> {
  const { commandLine, settings, folder, told, clock } = given;
  const feed = openFeed(clock.now);
  const stage = { ...given, say: alsoInto(feed) };
  const port = await deskPort(commandLine.port, say);
  const database = await providePostgres(stage, stack);
  told.throwIfAborted();
  const nats = await provideNats(stage, stack);
  const listening = stack.use(await listenToNats({ url: nats.url, feed, clock }));
  told.throwIfAborted();
  const telegram = await provideTelegram(stage, stack);
  const sheets = await provideSheets(stage, stack);
  const surroundings: Surroundings = { databaseUrl: database.url, natsUrl: nats.url, sheets, telegram };
  let isUp = false;
  const publish = () => {
    if (isUp) writeEndpoints(folder.endpoints, endpoints());
  };
  const services = await provideServices(stage, stack, { surroundings, restarted: publish });
  told.throwIfAborted();
  const parts = clusterOf({
    services,
    database,
    nats: { ...nats, state: listening.state },
    sheets,
    telegram,
    origins: originsOf(settings),
  });
  const desk = stack.use(await startDesk({ port, facts: () => deskFacts(endpoints()), parts, feed }));
  const endpoints = (): Endpoints => describeEndpoints({ desk: desk.url, settings, surroundings, services });
  stack.defer(() => removeEndpoints(folder.endpoints));
  isUp = true;
  publish();
  summary(endpoints()).forEach((line) => console.log(line));
}

/** What is said at the terminal stands in the feed too: there it explains what the messages around it do. */
function alsoInto(feed: Feed): Stage['say'] {
  return (line) => {
    say(line);
    feed.add({ kind: 'sandbox', subject: 'terminal', says: line, payload: '' });
  };
}
