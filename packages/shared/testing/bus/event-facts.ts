import type { EventMessage } from '../../src/bus/bus.ts';
import { arrivals } from '../arrivals.ts';
import type { Fact } from './world.ts';

const subject = 'opsheet.event.sync.held';
const held = (id: string): EventMessage => ({ subject, id, body: { hold: id } });
const ids = (messages: readonly EventMessage[]) => messages.map((message) => message.id);

/** A consumer that remembers and answers by `decide`. */
function remembering(decide: (message: EventMessage, nth: number) => 'done' | 'later' = () => 'done') {
  const got = arrivals<EventMessage>();
  const handle = async (message: EventMessage) => {
    got.add(message);
    return decide(message, got.seen.filter((one) => one.id === message.id).length);
  };
  return { got, handle };
}

export function eventFacts(fact: Fact): void {
  fact('an event reaches each service that consumes, whole', async (t, world) => {
    const [bot, expiry, sync] = [await world.bus(), await world.bus(), await world.bus()];
    const [atBot, atExpiry] = [remembering(), remembering()];
    await bot.consume('bot', atBot.handle);
    await expiry.consume('expiry', atExpiry.handle);
    await sync.publish(held('1'));
    t.deepEqual(await atBot.got.count(1), [held('1')]);
    t.deepEqual(await atExpiry.got.count(1), [held('1')]);
  });

  fact('an event published before anybody consumed is kept for him', async (t, world) => {
    const [sync, bot] = [await world.bus(), await world.bus()];
    await sync.publish(held('1'));
    const { got, handle } = remembering();
    await bot.consume('bot', handle);
    t.deepEqual(ids(await got.count(1)), ['1']);
  });

  fact('each event goes to one process of a service', async (t, world) => {
    const [one, other, sync] = [await world.bus(), await world.bus(), await world.bus()];
    const { got, handle } = remembering();
    await one.consume('bot', handle);
    await other.consume('bot', handle);
    const all = Array.from({ length: 20 }, (_, n) => String(n));
    for (const id of all) await sync.publish(held(id));
    t.deepEqual(ids(await got.count(20)).sort(), all.sort());
    await sync.publish(held('last'));
    await got.until((seen) => ids(seen).includes('last'));
    t.is(got.seen.length, 21);
  });

  fact('two events with one subject and id are one', async (t, world) => {
    const [bot, sync] = [await world.bus(), await world.bus()];
    const { got, handle } = remembering();
    await bot.consume('bot', handle);
    await sync.publish(held('1'));
    await sync.publish(held('1'));
    await sync.publish(held('2'));
    t.deepEqual(ids(await got.until((seen) => ids(seen).includes('2'))), ['1', '2']);
  });

  fact('an event that is put off comes back, and holds up no other (S7)', async (t, world) => {
    const [bot, sync] = [await world.bus(), await world.bus()];
    const { got, handle } = remembering(({ id }, nth) => (id === 'poison' && nth === 1 ? 'later' : 'done'));
    await bot.consume('bot', handle);
    await sync.publish(held('poison'));
    await sync.publish(held('2'));
    t.deepEqual(ids(await got.count(3)), ['poison', '2', 'poison']);
  });

  fact('an event whose handler fails is logged and comes back', async (t, world) => {
    const [bot, sync] = [await world.bus(), await world.bus()];
    const { got, handle } = remembering((_, nth) => {
      if (nth === 1) throw new Error('not this time');
      return 'done';
    });
    await bot.consume('bot', handle);
    await sync.publish(held('1'));
    t.deepEqual(ids(await got.count(2)), ['1', '1']);
    t.is(world.lines.seen.filter((line) => JSON.stringify(line).includes('not this time')).length, 1);
  });

  fact('without a connection an event is not published, and the publisher knows', async (t, world) => {
    const sync = await world.bus();
    await world.cut();
    await t.throwsAsync(sync.publish(held('1')), { message: /no connection/ });
  });

  fact('a consumer goes on after a break, and what is done stays done', async (t, world) => {
    const [bot, sync] = [await world.bus(), await world.bus()];
    const { got, handle } = remembering();
    await bot.consume('bot', handle);
    await sync.publish(held('1'));
    await got.count(1);
    await sync.publish(held('2'));
    await got.count(2);
    await world.cut();
    await world.mend();
    await sync.publish(held('3'));
    await got.until((seen) => ids(seen).includes('3'));
    // The answer to 2 may have been lost on the way: it would come again, later. 1 was answered before 2 came.
    t.is(ids(got.seen).filter((id) => id === '1').length, 1);
  });

  fact('a consumer that begins while the server is away gets events when it comes', async (t, world) => {
    const [bot, sync] = [await world.bus(), await world.bus()];
    await world.cut();
    const { got, handle } = remembering();
    await bot.consume('bot', handle);
    await world.mend();
    await sync.publish(held('1'));
    t.deepEqual(ids(await got.count(1)), ['1']);
  });

  fact('a consumer that is stopped finishes its event and leaves the rest to the others', async (t, world) => {
    const [one, other, sync] = [await world.bus(), await world.bus(), await world.bus()];
    const begun = arrivals<string>();
    const release = Promise.withResolvers<'done'>();
    const first = await one.consume('bot', ({ id }) => {
      begun.add(id);
      return release.promise;
    });
    await sync.publish(held('1'));
    await begun.count(1);
    const stopped = first[Symbol.asyncDispose]();
    release.resolve('done');
    await stopped;
    const { got, handle } = remembering();
    await other.consume('bot', handle);
    await sync.publish(held('2'));
    await sync.publish(held('3'));
    t.deepEqual(ids(await got.count(2)), ['2', '3']);
    t.deepEqual(begun.seen, ['1']);
  });

  fact('a stream that is lost is made again, and its consumers go on', async (t, world) => {
    const [bot, sync] = [await world.bus(), await world.bus()];
    const { got, handle } = remembering();
    await bot.consume('bot', handle);
    await sync.publish(held('1'));
    await got.count(1);
    await world.loseStore();
    // An id of the lost stream is new to the next one.
    await sync.publish(held('1'));
    await sync.publish(held('2'));
    t.deepEqual(ids(await got.count(3)), ['1', '1', '2']);
  });
}
