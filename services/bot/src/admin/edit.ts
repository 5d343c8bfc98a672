import type { EditOutcome } from '@opsheet/shared/reference/edit';
import { editField } from '@opsheet/shared/reference/edit';
import { employeeSettings } from '@opsheet/shared/reference/tables/employee-settings';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Screen } from '../bot/answer.ts';
import { button } from '../bot/buttons.ts';
import type { PayField } from '../bot/callback.ts';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import { type Prompt, setPrompt } from '../people/prompt.ts';
import { mayAdminister } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import { money, percent } from '../texts/figures.ts';
import type { Texts } from '../texts/texts.ts';
import { employeeScreen } from './employee.ts';
import { nameOf } from './name.ts';
import { typedFigure } from './typed-figure.ts';

/** How each field is asked for, refused, confirmed and shown. */
const wording = {
  hourlyWage: { ask: 'edit-ask-wage', refused: 'edit-refused-wage', changed: 'edit-changed-wage', figure: money },
  salesCommission: {
    ask: 'edit-ask-commission',
    refused: 'edit-refused-commission',
    changed: 'edit-changed-commission',
    figure: percent,
  },
} as const satisfies Record<PayField, unknown>;

type Parts = { store: Store; clock: Clock };

/** Editing wage and commission: a button asks, the next text answers. The change reaches the sheet by sync. */
export const edit = ({ store, clock }: Parts) =>
  part((on) => {
    on.press('edit', 'administrators', async (turn, { id, field }) => {
      const row = store.employee(id);
      if (!row) return turn.show(employeeScreen(store, turn.texts, id));
      await turn.write((tx) => setPrompt(tx, turn.speaker.id, { ask: 'pay', id, field }));
      const { ask, figure } = wording[field];
      const before = figure(turn.texts.language, row.values[field] ?? '0');
      turn.show(question(turn.texts.html(ask, { name: nameOf(store, id), before }), turn.texts));
    });

    on.text(async (turn, text, next) => {
      const { prompt } = turn;
      // Somebody who no longer administers is not listened to, though he was asked (B2).
      if (!mayAdminister(turn.speaker.role)) return next();
      // Whether something was asked is known to PostgreSQL alone: while it is away a figure may be the answer.
      if (turn.away && /\d/.test(text)) return turn.decline('try-again');
      if (!prompt) return next();
      await answerPrompt({ turn, store, clock }, prompt, text);
    });
  });

type Editing = Parts & { turn: Turn };

async function answerPrompt({ turn, store, clock }: Editing, prompt: Prompt, text: string): Promise<void> {
  const { id, field } = prompt;
  const outcome = await turn.write(async (tx) => {
    const origin = { actor: turn.speaker.id, service: 'bot', at: new Date(clock.now()) } as const;
    const made = await editField(tx, employeeSettings, { key: id, field, input: typedFigure(text, field) }, origin);
    if (made.outcome !== 'refused') await setPrompt(tx, turn.speaker.id, null);
    return made;
  });
  if (outcome.outcome === 'changed') await turn.changed(outcome.entry);
  turn.say(outcomeScreen({ turn, store, clock }, prompt, { outcome, text }));
}

function outcomeScreen(
  { turn, store }: Editing,
  { id, field }: Prompt,
  { outcome, text }: { outcome: EditOutcome; text: string },
): Screen {
  const { texts } = turn;
  const words = wording[field];
  const name = nameOf(store, id);
  const figure = (value: string | null | undefined) => words.figure(texts.language, value ?? '0');
  const back = [button(texts.plain('button-back'), 'employee', { id })];
  switch (outcome.outcome) {
    case 'changed': {
      const figures = { before: figure(outcome.before), after: figure(outcome.row.values[field]) };
      return { text: texts.html(words.changed, { name, ...figures }), buttons: [back] };
    }
    case 'unchanged':
      return { text: texts.html('edit-unchanged', { name }), buttons: [back] };
    case 'refused':
      return question(texts.html(words.refused, { input: shortened(text) }), texts);
    case 'gone':
      return {
        text: texts.html('employee-gone'),
        buttons: [[button(texts.plain('button-back'), 'employees', { page: 0 })]],
      };
  }
}

/** A question can always be left. */
const question = (text: string, texts: Texts): Screen => ({
  text,
  buttons: [[button(texts.plain('button-cancel'), 'cancel')]],
});

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
