import type { RowValues } from '@opsheet/shared/contracts/reference';
import test from 'ava';
import { budi, customer, lena, openScene, owner, type Scene } from './scene.ts';

const rank = (rankName: string, [minAmount, maxAmount]: string[], [bonus1, bonus2, bonus3]: string[]): RowValues => ({
  rankName,
  minAmount: minAmount ?? null,
  maxAmount: maxAmount ?? null,
  emoji: rankName.startsWith('Shark') ? '🦈' : null,
  bonus1: bonus1 ?? null,
  bonus2: bonus2 ?? null,
  bonus3: bonus3 ?? null,
  text: null,
});

async function withReference(scene: Scene): Promise<void> {
  await scene.write('dynamic_rates', '500.00', { minAmount: '500.00', maxAmount: '999999.00', percentage: '2.00' });
  await scene.write('dynamic_rates', '0.00', { minAmount: '0.00', maxAmount: '499.99', percentage: '0.00' });
  const shark = rank('Shark <1>', ['7000.00', '999999.00'], ['flat_50', 'paid_day_off', 'percent_next_3']);
  await scene.write('ranks', 'Shark <1>', shark);
  await scene.write('ranks', 'Rookie', rank('Rookie', ['0.00', '6999.99'], ['none', 'none', 'none']));
}

test('rates are shown lowest first; 999999 is no upper limit', async (t) => {
  const scene = await openScene(t);
  await withReference(scene);
  await scene.startBot();
  t.is(
    (await scene.say(budi, '/rates')).text,
    'Extra commission by the sales of a day\n\n$0.00 – $499.99: 0.00%\nfrom $500.00: 2.00%',
  );
  t.regex((await scene.say(lena, '/rates')).text ?? '', /от 500,00\s\$: 2,00\s%/);
});

test('ranks are shown with their ranges, and their bonuses in words', async (t) => {
  const scene = await openScene(t);
  await withReference(scene);
  await scene.startBot();
  t.is(
    (await scene.say(owner, '/ranks')).text,
    [
      'Ranks by the sales of a month',
      '',
      'Rookie · $0.00 – $6999.99',
      '',
      '🦈 Shark <1> · from $7000.00, no upper limit',
      'One of these bonuses:',
      '• $50.00 at once',
      '• a paid day off',
      '• +3.00% on the next shift',
    ].join('\n'),
  );
  t.regex((await scene.say(lena, '/ranks')).text ?? '', /• оплачиваемый выходной/);
});

test('empty tables say what to do, and customers see neither', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  t.is((await scene.say(budi, '/rates')).text, 'There are no rates yet. The owner can add them in the sheet.');
  t.is((await scene.say(budi, '/ranks')).text, 'There are no ranks yet. The owner can add them in the sheet.');
  t.is((await scene.say(customer, '/rates')).text, 'Ini hanya untuk tim.');
});

test('a row that changes on the side of the sheet is in the next answer, and pages keep to the list', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(budi, '/start');
  for (let id = 5001; id < 5013; id += 1)
    await scene.write('employee_settings', String(id), {
      employeeId: String(id),
      hourlyWage: '11.00',
      salesCommission: '5.00',
    });
  let list = await scene.say(owner, '/employees');
  while (!list.text?.startsWith('Employees: 14')) list = await scene.say(owner, '/employees');
  t.is(list.text, 'Employees: 14\nPage 1 of 3');
  const second = await scene.press(owner, list, '›');
  t.is(second.message.text, 'Employees: 14\nPage 2 of 3');
  t.is(second.message.buttons?.flat().filter(({ data }) => data?.startsWith('v1|employee|')).length, 6);
  const back = await scene.press(owner, second.message, '‹');
  t.is(back.message.text, 'Employees: 14\nPage 1 of 3');
});

test('/help lists the commands of the role', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  t.regex((await scene.say(owner, '/help')).text ?? '', /\/sync_force — Sync with the sheet now/);
  t.notRegex((await scene.say(budi, '/help')).text ?? '', /sync_force/);
  t.notRegex((await scene.say(customer, '/help')).text ?? '', /\/rates/);
  t.regex((await scene.say(budi, 'what is the meaning of life')).text ?? '', /Please use the menu\.\n\n👋 Hello, Budi/);
});

test('an administrator finds his commands in the menu of his chat after /start, others never', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(budi, '/start');
  await scene.say(owner, '/start');
  await scene.say(owner, '/help');
  const menu = async (user: number) => JSON.stringify((await scene.telegram.control('GET', `menu/${user}`)).body);
  t.regex(await menu(owner), /sync_force/);
  t.notRegex(await menu(budi), /sync_force/);
  t.regex(await menu(lena), /Лестница рангов/);
});
