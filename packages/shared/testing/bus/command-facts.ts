import { z } from 'zod';
import { type Bus, handler } from '../../src/bus/bus.ts';
import { command } from '../../src/contracts/contract.ts';
import { arrivals } from '../arrivals.ts';
import { type Fact, repeated } from './world.ts';

const greet = command('opsheet.sync.greet', {
  says: 'Greets somebody.',
  request: z.object({ name: z.string().min(1).default('you'), times: z.int().max(3).default(1) }),
  reply: z.object({ text: z.string().startsWith('Hello') }),
});

const sync = { name: 'sync', version: '1.0.0', description: 'Greets.' } as const;

type Greeting = Parameters<typeof handler<typeof greet>>[1];

const serve = (bus: Bus, greeting: Greeting) => bus.serve(sync, [handler(greet, greeting)]);

const politely: Greeting = async ({ name, times }) => ({ text: `Hello ${`${name} `.repeat(times)}`.trim() });

function settled(work: PromiseLike<void>) {
  let isOver = false;
  const over = Promise.resolve(work).then(() => (isOver = true));
  return { over, isOver: () => isOver };
}

/** The service has left its queue group, and the server has had time for more: every request is a way there and back. */
async function untilNobodyAnswers(client: Bus): Promise<void> {
  for (let ways = 0; ways < 5; ways++) {
    await repeated(
      () => client.request(greet, {}, { timeoutMs: 50 }),
      (answer) => !answer.ok && answer.reason === 'nobody answers',
    );
  }
}

export function commandFacts(fact: Fact): void {
  fact('a request gets its reply, and what it leaves out is the default', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    await serve(server, politely);
    t.deepEqual(await client.request(greet, {}), { ok: true, reply: { text: 'Hello you' } });
    t.deepEqual(await client.request(greet, { name: 'Ann', times: 2 }), { ok: true, reply: { text: 'Hello Ann Ann' } });
  });

  fact('a request that nobody serves is told so at once', async (t, world) => {
    const client = await world.bus();
    t.like(await client.request(greet, {}), { ok: false, reason: 'nobody answers' });
  });

  fact('a wrong payload is refused with its path and an example, and no handler sees it', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    await serve(server, async () => t.fail('it was handled'));
    const answer = await client.request(greet, { times: 4 });
    t.like(answer, { ok: false, reason: 'refused' });
    t.regex(answer.ok ? '' : answer.message, /times: .*<=3.*example.*\{"name":"you","times":1\}/);
  });

  fact('a handler that throws fails its request, is logged once, and the next is answered', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    await serve(server, async (request) => {
      if (request.name === 'Bob') throw new Error('no Bob here');
      return politely(request);
    });
    t.like(await client.request(greet, { name: 'Bob' }), { ok: false, reason: 'failed' });
    t.like(await client.request(greet, { name: 'Ann' }), { ok: true });
    t.is(world.lines.seen.filter((line) => JSON.stringify(line).includes('no Bob here')).length, 1);
  });

  fact('a reply that breaks its contract is not sent', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    await serve(server, async () => ({ text: 'Goodbye' }));
    const answer = await client.request(greet, {});
    t.like(answer, { ok: false, reason: 'failed' });
    t.regex(answer.ok ? '' : answer.message, /breaks its contract: text/);
  });

  fact('a request that is answered too slowly is too late', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    const release = Promise.withResolvers<{ text: string }>();
    await serve(server, () => release.promise);
    t.like(await client.request(greet, {}, { timeoutMs: 50 }), { ok: false, reason: 'too late' });
    release.resolve({ text: 'Hello at last' });
  });

  fact('a slow request holds up no other', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    const release = Promise.withResolvers<{ text: string }>();
    await serve(server, (request) => (request.name === 'slow' ? release.promise : politely(request)));
    const slow = client.request(greet, { name: 'slow' });
    t.like(await client.request(greet, { name: 'quick' }), { ok: true });
    release.resolve({ text: 'Hello slow' });
    t.like(await slow, { ok: true });
  });

  fact('the members of a service share its requests: each is handled once', async (t, world) => {
    const [one, other, client] = [await world.bus(), await world.bus(), await world.bus()];
    const handled: string[] = [];
    for (const member of [one, other]) {
      await serve(member, (request) => {
        handled.push(request.name);
        return politely(request);
      });
    }
    const names = Array.from({ length: 20 }, (_, n) => `n${n}`);
    await Promise.all(names.map((name) => client.request(greet, { name })));
    t.deepEqual(handled.sort(), names.sort());
  });

  fact('a member that leaves loses no request on its way to him', async (t, world) => {
    const [leaving, staying, client] = [await world.bus(), await world.bus(), await world.bus()];
    const handled = arrivals<string>();
    const counted: Greeting = (request) => {
      handled.add(request.name);
      return politely(request);
    };
    const served = await serve(leaving, counted);
    await serve(staying, counted);
    const asked = Array.from({ length: 300 }, (_, n) => client.request(greet, { name: `n${n}` }, { timeoutMs: 2_000 }));
    await handled.count(1);
    await served[Symbol.asyncDispose]();
    t.true((await Promise.all(asked)).every(({ ok }) => ok));
  });

  fact('a service that stops answers what it has begun, and then nobody answers', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    const begun = arrivals<string>();
    const release = Promise.withResolvers<{ text: string }>();
    const served = await serve(server, ({ name }) => {
      begun.add(name);
      return release.promise;
    });
    const asked = client.request(greet, {});
    await begun.count(1);
    const stopped = settled(served[Symbol.asyncDispose]());
    await untilNobodyAnswers(client);
    t.false(stopped.isOver());
    release.resolve({ text: 'Hello still' });
    t.deepEqual(await asked, { ok: true, reply: { text: 'Hello still' } });
    await stopped.over;
  });

  fact('a process that ends answers what it has begun, at length', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    const begun = arrivals<string>();
    const release = Promise.withResolvers<{ text: string }>();
    await serve(server, ({ name }) => {
      begun.add(name);
      return release.promise;
    });
    const asked = client.request(greet, {});
    await begun.count(1);
    const ended = settled(server[Symbol.asyncDispose]());
    await untilNobodyAnswers(client);
    t.false(ended.isOver());
    release.resolve({ text: `Hello ${'still '.repeat(100_000)}` });
    t.like(await asked, { ok: true });
    await ended.over;
  });

  fact('without a connection a request is away at once, and works again after it', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    await serve(server, politely);
    await world.cut();
    t.like(await client.request(greet, {}), { ok: false, reason: 'away' });
    await world.mend();
    const answer = await repeated(
      () => client.request(greet, {}),
      (one) => one.ok,
    );
    t.deepEqual(answer, { ok: true, reply: { text: 'Hello you' } });
  });

  fact('a request whose connection breaks is away, not too late', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    const begun = arrivals<string>();
    const release = Promise.withResolvers<{ text: string }>();
    await serve(server, ({ name }) => {
      begun.add(name);
      return release.promise;
    });
    const asked = client.request(greet, {}, { timeoutMs: 60_000 });
    await begun.count(1);
    await world.cut();
    t.like(await asked, { ok: false, reason: 'away' });
    release.resolve({ text: 'Hello nobody' });
  });

  fact('a service that begins while the server is away answers when it comes', async (t, world) => {
    const [server, client] = [await world.bus(), await world.bus()];
    await world.cut();
    await serve(server, politely);
    await world.mend();
    const answer = await repeated(
      () => client.request(greet, {}),
      (one) => one.ok || one.reason !== 'nobody answers',
    );
    t.like(answer, { ok: true });
  });
}
