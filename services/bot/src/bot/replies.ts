import type { Update } from 'grammy/types';
import type { Texts } from '../texts/texts.ts';
import type { Answer, Screen } from './answer.ts';
import type { Deliver } from './deliver.ts';
import type { Turn } from './turn.ts';

/** What a turn says: the speaking half of Turn, and the answers it comes to. */
export type Replies = Pick<Turn, 'show' | 'say' | 'toast' | 'decline' | 'offerCommands' | 'showNow'> & {
  /** All answers. A press that nothing has answered is answered now, so that its button stops spinning. */
  readonly answers: () => Answer[];
};

type Given = { chat: string; update: Update; texts: Texts; deliver: Deliver };

export function replies({ chat, update, texts, deliver }: Given): Replies {
  const query = update.callback_query;
  const pressed = query?.message?.message_id;
  const answers: Answer[] = [];
  let isAnswered = query === undefined;

  const message = (screen: Screen) => ({ kind: 'message', chat, screen }) as const;

  const shown = (screen: Screen) =>
    pressed === undefined ? message(screen) : ({ kind: 'edit', chat, messageId: pressed, screen } as const);

  /** Telegram takes one answer per press: the first counts. */
  function press(text: string | null, alert: boolean): Answer[] {
    if (!query || isAnswered) return [];
    isAnswered = true;
    return [{ kind: 'press', query: query.id, text, alert }];
  }

  return {
    show: (screen) => void answers.push(shown(screen)),
    say: (screen) => void answers.push(message(screen)),
    toast: (text, { alert = false } = {}) => void answers.push(...press(text, alert)),
    decline(key) {
      if (query) answers.push(...press(texts.plain(key), true));
      else answers.push(message({ text: texts.html(key), buttons: [] }));
    },
    offerCommands: ({ language }) => void answers.push({ kind: 'commands', chat, language }),
    async showNow(screen) {
      await deliver.all(press(null, false));
      const messageId = await deliver.show(shown(screen));
      return async (later) => {
        await deliver.show({ kind: 'edit', chat, messageId, screen: later });
      };
    },
    answers: () => [...answers, ...press(null, false)],
  };
}
