import { join } from 'node:path';
import type { Measure, Question } from './question.ts';
import { median, spread } from './report/statistics.ts';
import { openConnections } from './world/connections.ts';
import { processorSeconds } from './world/process-stat.ts';
import { serverProcess } from './world/server-process.ts';

const emulatorProgram = join(import.meta.dirname, '../sandbox/telegram/main.ts');
const peerProgram = join(import.meta.dirname, 'actors/telegram-test-api.ts');
const callsAtOnce = 8;
const callsPerRound = 4_000;
const rounds = 7;
/** The sample people with whom each of the two kinds of traffic is: a chat keeps 1,000 messages. */
const reader = 1001;
const editor = 2001;
const aimedAt = 1_000;

export const botApi: Question = {
  name: 'bot-api',
  question: 'How many Bot API calls does the Telegram emulator answer in a second, beside telegram-test-api?',
  async run() {
    await using stack = new AsyncDisposableStack();
    const emulator = await openServer(stack, emulatorProgram);
    const peer = await openServer(stack, peerProgram);
    for (const user of [reader, editor]) await emulator.post('/control/send', { user, text: '/start' });
    const contenders: readonly Contender[] = [
      { name: 'emulator, sendMessage', server: emulator, call: sendMessage(emulator), atLeast: aimedAt },
      { name: 'emulator, mixed', server: emulator, call: mixed(emulator), atLeast: aimedAt },
      { name: 'telegram-test-api, sendMessage', server: peer, call: sendMessage(peer) },
    ];
    const figures = await measureRounds(contenders);
    return {
      measures: contenders.flatMap((contender, index) => measuresOf(contender, figures[index] ?? [])),
      conditions: [
        `Median of ${rounds} rounds of ${callsPerRound} calls, ${callsAtOnce} at a time over connections that stay open, after one for warm-up; the servers take turns.`,
        'Per second of processor: what the server’s process spent on all cores, by the kernel’s count. Calls a second share the machine with the client that makes them.',
        'Mixed: sendMessage, editMessageText of that message and getUpdates in turn, HTML and an inline keyboard in both messages.',
        'The emulator holds every request and answer against the Bot API specification where that is there; telegram-test-api checks and keeps little.',
      ],
    };
  },
};

type Server = { pid: number; api: string; post: (path: string, body: object) => Promise<unknown> };
type Contender = { name: string; server: Server; call: (index: number) => Promise<unknown>; atLeast?: number };
/** One round. */
type Figures = { perSecond: number; perProcessorSecond: number };

async function openServer(stack: AsyncDisposableStack, program: string): Promise<Server> {
  const { pid, url, botToken } = await serverProcess(stack, program);
  const { post } = stack.use(openConnections(url, callsAtOnce));
  return { pid, api: `/bot${botToken}`, post };
}

const inline_keyboard = [
  [
    { text: 'Yes', callback_data: 'yes' },
    { text: 'No', callback_data: 'no' },
  ],
];
const message = (chat_id: number, index: number) => ({
  chat_id,
  text: `Order <b>${index}</b> is ready`,
  parse_mode: 'HTML',
  reply_markup: { inline_keyboard },
});

const sendMessage =
  ({ post, api }: Server) =>
  (index: number): Promise<unknown> =>
    post(`${api}/sendMessage`, message(reader, index));

function mixed({ post, api }: Server) {
  let newest = 0;
  return async (index: number): Promise<unknown> => {
    if (index % 3 === 2 && newest > 0) return post(`${api}/getUpdates`, { limit: 10 });
    if (index % 3 === 1 && newest > 0) {
      const edited = { ...message(editor, index), message_id: newest, text: `Order <b>${index}</b> is paid` };
      return post(`${api}/editMessageText`, edited);
    }
    // The emulator answers in the form of the Bot API.
    const { result } = (await post(`${api}/sendMessage`, message(editor, index))) as { result: { message_id: number } };
    newest = result.message_id;
    return result;
  };
}

/** Round by round, for each contender. */
async function measureRounds(contenders: readonly Contender[]): Promise<Figures[][]> {
  const figures: Figures[][] = contenders.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const measured = await measureRound(contender);
      if (round >= 0) figures[index]?.push(measured);
    }
  }
  return figures;
}

async function measureRound({ server, call }: Contender): Promise<Figures> {
  const spentBefore = await processorSeconds(server.pid);
  const began = performance.now();
  let next = 0;
  const inTurn = async () => {
    while (next < callsPerRound) await call(next++);
  };
  await Promise.all(Array.from({ length: callsAtOnce }, inTurn));
  const seconds = (performance.now() - began) / 1_000;
  const spent = (await processorSeconds(server.pid)) - spentBefore;
  return { perSecond: callsPerRound / seconds, perProcessorSecond: callsPerRound / spent };
}

function measuresOf({ name, atLeast }: Contender, figures: readonly Figures[]): Measure[] {
  const measure = (what: string, seen: readonly number[]): Measure => ({
    measure: `${name}${what}`,
    value: median(seen),
    unit: 'calls/s',
    spread: spread(seen),
  });
  const perSecond = figures.map((one) => one.perSecond);
  const perProcessorSecond = figures.map((one) => one.perProcessorSecond);
  const target = atLeast === undefined ? {} : { target: { atLeast } };
  return [measure('', perSecond), { ...measure(', per second of processor', perProcessorSecond), ...target }];
}
