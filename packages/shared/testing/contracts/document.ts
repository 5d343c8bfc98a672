import { allCommands } from '../../src/contracts/all.ts';
import { exampleOf } from '../../src/bus/example.ts';
import { contractsSnapshot } from './snapshot.ts';
import { shapeOf } from './shape.ts';

type Snapshot = ReturnType<typeof contractsSnapshot>;

/** docs/contracts.md, from the contracts themselves. */
export function contractsDocument(): string {
  const { commands, events, cache } = contractsSnapshot();
  const parts = [head, commandRules, ...commands.map(commandPart), eventRules, ...events.map(eventPart), cacheRules];
  return `${[...parts, fenced(shapeOf(cache))].join('\n\n')}\n`;
}

const fenced = (text: string, language = ''): string => `\`\`\`${language}\n${text}\n\`\`\``;

const commandPart = ({ subject, says, timeoutMs, request, reply }: Snapshot['commands'][number]): string =>
  [
    `### ${subject}`,
    `${says} A caller waits up to ${timeoutMs / 1000} s.`,
    fenced(`nats req ${subject} '${exampleFor(subject)}'`, 'sh'),
    `Request:${inlineOrBlock(shapeOf(request))}`,
    `Reply:${inlineOrBlock(shapeOf(reply))}`,
  ].join('\n\n');

const eventPart = ({ subject, says, consumers, id, body }: Snapshot['events'][number]): string =>
  [
    `### ${subject}`,
    `${says} Two messages with the same ${id.map((name) => `\`${name}\``).join(' and ')} are one. ${heardBy(consumers)}`,
    `Body:${inlineOrBlock(shapeOf(body))}`,
  ].join('\n\n');

const heardBy = (consumers: readonly string[]): string =>
  consumers.length === 0 ? 'No service of Opsheet has to hear it.' : `Heard by ${consumers.join(', ')}.`;

const inlineOrBlock = (shape: string): string => (shape.includes('\n') ? `\n\n${fenced(shape)}` : ` \`${shape}\``);

function exampleFor(subject: string): string {
  const command = allCommands.find((one) => one.subject === subject);
  const example = command ? exampleOf(command.request) : '{}';
  return example === '{}' ? '' : example;
}

const head = `# Contracts

What the services say to each other over NATS, and what any other program may rely on. This page is made from
\`packages/shared/src/contracts\` by \`npm run contracts\`; do not edit it. A contract only grows: fields and subjects are
added, none is removed or changes its meaning.

In the shapes \`?\` marks what may be left out, as may what has a default; \`…\` what repeats; \`date-time\` is ISO 8601 in UTC.`;

const commandRules = `## Commands

A request that one process of a service answers, by the NATS Services API, so that \`nats micro ls\`, \`nats micro info sync\`
and \`nats micro stats sync\` show them. The payload is JSON; an empty one means the defaults. A payload that is wrong gets a
reply with the header \`Nats-Service-Error-Code: 400\` and a sentence with a right example in \`Nats-Service-Error\`; a command
that failed gets 500, and the service's log says why.`;

const eventRules = `## Events

A fact that was committed, in the stream \`OPSHEET_EVENTS\` (7 days), at least once to each service that hears it, by a
durable consumer with the name of the service. The header \`Nats-Msg-Id\` is \`<subject>:<what makes two messages one>\`.`;

const cacheRules = `## The cache bucket

The key-value bucket \`opsheet_cache\` holds one entry for each table that bots keep in memory; the key is the table's name.
Versions of a table are gapless and in the order of the commits. An entry takes a cache from any version in
\`since … version − 1\` to \`version\`; \`"all"\` says: load the table from PostgreSQL.`;
