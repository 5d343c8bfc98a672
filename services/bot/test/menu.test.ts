import test from 'ava';
import { admin, budi, customer, lena, openScene, owner } from './scene.ts';

const labels = (message: { buttons?: { text: string }[][] }) => (message.buttons ?? []).flat().map(({ text }) => text);

test('/start greets each role with its own menu, in the language of the person', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  t.deepEqual(labels(await scene.say(owner, '/start')), [
    '👥 Employees',
    '🔄 Sync',
    '📈 Rates',
    '🏆 Ranks',
    '💵 My pay',
    '🌐 Language',
    '❓ Help',
  ]);
  t.regex((await scene.say(admin, '/start')).text ?? '', /Hello, Agus. You manage the team/);
  t.deepEqual(labels(await scene.say(budi, '/start any_payload')), [
    '💵 My pay',
    '📈 Rates',
    '🏆 Ranks',
    '🌐 Language',
    '❓ Help',
  ]);
  t.regex((await scene.say(lena, '/start')).text ?? '', /Здравствуйте, Lena <3\./);
  t.deepEqual(labels(await scene.say(customer, '/start')), ['🌐 Bahasa', '❓ Bantuan']);
});

test('an employee sees his own pay by command and by button, with a dot and two digits in English', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  const answer = await scene.say(budi, '/mypay');
  t.is(answer.text, 'My pay\n\nHourly wage: $15.00\nSales commission: 8.00%');
  const home = await scene.press(budi, answer, '🏠 Home');
  t.regex(home.message.text ?? '', /Hello, Budi/);
  t.true(home.message.edited);
  const pay = await scene.press(budi, home.message, '💵 My pay');
  t.is(pay.message.text, answer.text);
  t.regex((await scene.say(customer, '/mypay')).text ?? '', /3001/);
});
