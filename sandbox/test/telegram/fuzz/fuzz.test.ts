import { Agent } from 'node:http';
import test from 'ava';
import { seeded } from '../../random.ts';
import { telegramFor } from '../client.ts';
import { complaintAbout, send } from './answer.ts';
import { randomRequest, type FuzzRequest } from './requests.ts';

const seed = 20_261_122;
const requests = 10_000;
/** A fault that a request has planned is taken back after so many others. */
const faultLasts = 5;

test(`${requests} random requests are answered or refused, and never break the emulator`, async (t) => {
  const telegram = await telegramFor(t, { requests: 'none', settings: { longPollMs: 2, conflictPaceMs: 1 } });
  for (const user of [1001, 2001]) await telegram.send(user, '/start');
  const agent = new Agent({ keepAlive: true });
  t.teardown(() => agent.destroy());
  const broken: unknown[] = [];
  const statuses: Record<string, number> = {};
  let faultAt = -Infinity;
  for (let index = 0; index < requests; index += 1) {
    // Each has a seed of its own, so that it can be made again without those before it.
    const request = randomRequest(seeded(seed + index), telegram.botToken);
    if (index === faultAt + faultLasts) await telegram.done('DELETE', 'faults');
    const answer = await send(telegram.url, request, agent);
    const status = answer === 'cut' ? answer : answer.status;
    statuses[status] = (statuses[status] ?? 0) + 1;
    const complaint = index < faultAt + faultLasts ? undefined : complaintAbout(request, answer);
    if (complaint !== undefined) broken.push({ seed: seed + index, complaint, request: shown(request), answer });
    if (request.path === '/control/faults' && status === 200) faultAt = index;
  }
  t.log(`seed ${seed}: ${JSON.stringify(statuses)}`);
  t.deepEqual(broken.slice(0, 3), []);
  t.true((statuses[200] ?? 0) > requests / 4, 'too few requests have an effect for the run to mean anything');
  await telegram.done('DELETE', 'faults');
  t.like(await telegram.ok('getMe'), { is_bot: true });
});

const shown = ({ body, ...request }: FuzzRequest) => ({ ...request, body: body.toString() });
