import test from 'ava';
import { admin, budi, customer, lena, openScene, owner, type Scene, settled } from './scene.ts';

const settings = (scene: Scene) =>
  scene.database
    .em()
    .execute<Record<string, unknown>[]>(
      `select hourly_wage, sales_commission, version, sync_status, source from employee_settings where employee_id = ?`,
      [budi],
    );

async function employeeCard(scene: Scene, user: number) {
  const list = await scene.say(user, '/employees');
  const label = list.buttons?.flat().find(({ text }) => text.startsWith('Budi') || text.startsWith('2001'));
  return (await scene.press(user, list, label?.text ?? '')).message;
}

test('an admin changes a wage in words of his own, and the employee sees it at once', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(budi, '/start');
  const card = await employeeCard(scene, admin);
  t.regex(card.text ?? '', /Budi · 2001\n\nHourly wage: \$15\.00/);
  const asked = await scene.press(admin, card, '✏️ Hourly wage');
  t.is(asked.message.text, 'Send the new hourly wage of Budi. It is $15.00 now.');
  const answer = await scene.say(admin, '$16,5');
  t.regex(answer.text ?? '', /Budi: \$15\.00 → \$16\.50/);
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage: \$16\.50/);
  t.deepEqual(await settings(scene), [
    { hourly_wage: '16.50', sales_commission: '8.00', version: 2, sync_status: 'pending', source: 'local' },
  ]);
  const queued = await scene.database.em().execute(`select action, sync_status from sync_queue`);
  t.deepEqual(queued, [{ action: 'update', sync_status: 'pending' }]);
  const audited = await scene.database.em().execute(`select actor_id from audit_log where service = 'bot'`);
  t.deepEqual(audited, [{ actor_id: String(admin) }], 'A1: the change has one audit row, with who made it');
});

test('bad input is refused with what to do, and asked for again', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  const asked = await scene.press(admin, await employeeCard(scene, admin), '✏️ Commission');
  for (const input of ['a lot', '101', '-1', '8.555', '12,444']) {
    const refused = await scene.say(admin, input);
    t.regex(refused.text ?? '', new RegExp(`“${input}” is not a percentage. Send a number from 0 to 100`));
  }
  t.regex((await scene.say(admin, '8,5 %')).text ?? '', /8\.00% → 8\.50%/);
  t.truthy(asked);
});

test('a question is over after Cancel, another button or a command: a figure typed later changes nothing', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  const asked = await scene.press(admin, await employeeCard(scene, admin), '✏️ Hourly wage');
  const cancelled = await scene.press(admin, asked.message, '✖️ Cancel');
  t.regex(cancelled.message.text ?? '', /^Cancelled\. Nothing was changed\./);
  t.regex((await scene.say(admin, '99')).text ?? '', /use the menu/);
  await scene.press(admin, await employeeCard(scene, admin), '✏️ Hourly wage');
  await scene.say(admin, '/rates');
  t.regex((await scene.say(admin, '99')).text ?? '', /use the menu/);
  t.like(await settings(scene), [{ hourly_wage: '15.00', version: 1 }]);
});

test('B2: a button is refused to whoever may not press it, whoever saw it first', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  const home = await scene.say(customer, '/start');
  await scene.telegram.ok('editMessageText', {
    chat_id: customer,
    message_id: home.message_id,
    text: 'forged',
    reply_markup: {
      inline_keyboard: [
        [{ text: 'edit', callback_data: `v1|edit|${budi}|hourlyWage` }],
        [{ text: 'hold', callback_data: 'v1|hold|1|approve' }],
        [{ text: 'list', callback_data: 'v1|employees|0' }],
        [{ text: 'rates', callback_data: 'v1|rates' }],
        [{ text: 'old', callback_data: 'v0|employees' }],
      ],
    },
  });
  for (const button of ['edit', 'hold', 'list']) {
    const { message, toast } = await scene.press(customer, home, button);
    t.is(toast, 'Hanya pengelola tim yang dapat melakukan ini.');
    t.is(message.text, 'forged');
  }
  t.is((await scene.press(customer, home, 'rates')).toast, 'Ini hanya untuk tim.');
  const old = await scene.press(customer, home, 'old');
  t.is(old.toast, 'Tombol ini sudah lama; ini menunya.');
  t.regex(old.message.text ?? '', /Halo, Tom/);
  for (const command of ['/employees', '/sync_force', '/sync_stats'])
    t.is((await scene.say(customer, command)).text, 'Hanya pengelola tim yang dapat melakukan ini.');
});

test('an employee who has gone from the sheet cannot be edited, and is no employee', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(budi, '/start');
  const asked = await scene.press(owner, await employeeCard(scene, owner), '✏️ Hourly wage');
  await scene.retire('employee_settings', String(budi));
  t.is((await scene.say(owner, '20')).text, 'This employee is no longer in the sheet.');
  t.like(await settings(scene), [{ hourly_wage: '15.00' }]);
  t.truthy(asked);
});

test('a language is kept, and spoken at once by every process', async (t) => {
  const scene = await openScene(t);
  await scene.startBot({ id: 'bot-1' });
  await scene.startBot({ id: 'bot-2' });
  const choice = await scene.say(lena, '/language');
  const spoken = await scene.press(lena, choice, '🇮🇩 Bahasa Indonesia');
  t.is(spoken.toast, '✅ Sekarang saya berbahasa Indonesia.');
  t.regex(spoken.message.text ?? '', /^👋 Halo, Lena <3/);
  for (let times = 0; times < 6; times += 1)
    t.regex((await scene.say(lena, '/mypay')).text ?? '', /Upah per jam: US\$17,50/);
});

test('B1: a double tap and a repeated update have one effect', async (t) => {
  const scene = await openScene(t);
  await scene.startBot({ id: 'bot-1' });
  await scene.startBot({ id: 'bot-2' });
  const card = await employeeCard(scene, admin);
  await Promise.all([
    scene.press(admin, card, '✏️ Hourly wage'),
    scene.telegram.press(admin, card.message_id, '✏️ Hourly wage'),
  ]);
  await scene.telegram.fault({ fault: { duplicateUpdate: true } });
  await scene.say(admin, '16.50');
  await scene.say(admin, '/start');
  await settled(scene.database);
  t.like(await settings(scene), [{ hourly_wage: '16.50', version: 2 }]);
  const { messages } = await scene.telegram.chat(admin);
  t.is(messages.filter(({ text }) => text?.includes('→')).length, 1);
});
