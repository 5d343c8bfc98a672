import test from 'ava';
import { startedFor, user } from './started.ts';

test('a bot sends a place, and how exact it is', async (t) => {
  const { grammy, lastMessage } = await startedFor(t);
  const { location } = await grammy.sendLocation(user, -6.2, 106.8, { horizontal_accuracy: 12.5 });
  t.deepEqual(location, { latitude: -6.2, longitude: 106.8, horizontal_accuracy: 12.5 });
  t.deepEqual((await lastMessage())?.location, location);
});

test('a live location has a period and a direction, a still one has not', async (t) => {
  const { grammy } = await startedFor(t);
  const live = await grammy.sendLocation(user, 1, 2, { live_period: 600, heading: 90, proximity_alert_radius: 50 });
  t.deepEqual(live.location, { latitude: 1, longitude: 2, live_period: 600, heading: 90, proximity_alert_radius: 50 });
  const still = await grammy.sendLocation(user, 1, 2, { heading: 90 });
  t.deepEqual(still.location, { latitude: 1, longitude: 2 });
});

for (const [title, sent, complaint] of [
  ['without a latitude', { longitude: 1 }, 'latitude is empty'],
  ['without a longitude', { latitude: 1, longitude: ' ' }, 'longitude is empty'],
  ['beyond the pole', { latitude: 90.1, longitude: 1 }, 'invalid location specified'],
  ['live for a second', { latitude: 1, longitude: 1, live_period: 1 }, 'wrong live location period specified'],
  [
    'live in no direction',
    { latitude: 1, longitude: 1, live_period: 60, heading: 361 },
    'wrong live location heading specified',
  ],
] as const) {
  test(`refused: a place ${title}`, async (t) => {
    const { refused } = await startedFor(t);
    t.is(await refused('sendLocation', { chat_id: user, ...sent }), `400 Bad Request: ${complaint}`);
  });
}

test('a bot sends a contact, which is known when it is of somebody here', async (t) => {
  const { telegraf, lastMessage, refused } = await startedFor(t);
  const unknown = await telegraf.sendContact(user, '+1 555 0100', 'Ana', { last_name: 'Reyes' });
  t.deepEqual(unknown.contact, { phone_number: '+1 555 0100', first_name: 'Ana', last_name: 'Reyes' });
  const known = await telegraf.sendContact(user, '+999000002001', 'Budi');
  t.is(known.contact.user_id, 2001);
  t.deepEqual((await lastMessage())?.contact, { phone_number: '+999000002001', first_name: 'Budi', user_id: 2001 });
  t.is(
    await refused('sendContact', { chat_id: user, first_name: 'x' }),
    '400 Bad Request: parameter "phone_number" is required',
  );
});
