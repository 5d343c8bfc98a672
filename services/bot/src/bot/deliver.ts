import type { Logger } from '@opsheet/shared/runtime/log';
import { type Api, GrammyError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import type { Answer, Screen } from './answer.ts';
import { offerInChat } from './commands.ts';

/** Gives answers to Telegram. */
export type Deliver = {
  /**
   * Sends all, presses first. What Telegram refuses for good is logged and left; rejects when Telegram cannot be
   * reached or is overloaded, so that the whole is tried again.
   */
  all: (answers: readonly Answer[]) => Promise<void>;
  /** Shows a screen and gives the id of its message. */
  show: (answer: Extract<Answer, { kind: 'message' | 'edit' }>) => Promise<number>;
};

type Parts = {
  api: Api;
  spoken: Readonly<Record<Language, Texts>>;
  log: Logger;
  /** Told when somebody turns out to have blocked the bot. */
  onBlocked: (chat: string) => Promise<void>;
};

export function deliverer({ api, spoken, log, onBlocked }: Parts): Deliver {
  async function send(chat: string, screen: Screen): Promise<number> {
    const sent = await api.sendMessage(chat, screen.text, looks(screen));
    return sent.message_id;
  }

  async function show(answer: Extract<Answer, { kind: 'message' | 'edit' }>): Promise<number> {
    if (answer.kind === 'message') return send(answer.chat, answer.screen);
    const { chat, messageId, screen } = answer;
    try {
      await api.editMessageText(chat, messageId, screen.text, looks(screen));
      return messageId;
    } catch (error) {
      // The screen is as it should be: a repeated update, or a second tap.
      if (isRefusal(error, 'message is not modified')) return messageId;
      if (isRefusal(error, 'message to edit not found') || isRefusal(error, "message can't be edited"))
        return send(chat, screen);
      throw error;
    }
  }

  async function deliver(answer: Answer): Promise<void> {
    switch (answer.kind) {
      case 'message':
      case 'edit':
        await show(answer);
        return;
      case 'press': {
        const text = answer.text === null ? {} : { text: answer.text, show_alert: answer.alert };
        await api.answerCallbackQuery(answer.query, text);
        return;
      }
      case 'commands':
        await offerInChat(api, answer.chat, spoken[answer.language]);
    }
  }

  async function settled(answer: Answer): Promise<void> {
    try {
      await deliver(answer);
    } catch (error) {
      if (!isFinal(error)) throw error;
      if (error.error_code === 403 && 'chat' in answer) await onBlocked(answer.chat);
      log.warn({ answer: answer.kind, reason: error.description }, 'Telegram refused an answer');
    }
  }

  return {
    show,
    async all(answers) {
      const presses = answers.filter((answer) => answer.kind === 'press');
      const rest = answers.filter((answer) => answer.kind !== 'press');
      // A press waits for nothing: its button spins until it is answered.
      await Promise.all([...presses.map(settled), inOrder(rest, settled)]);
    },
  };
}

async function inOrder(answers: readonly Answer[], deliver: (answer: Answer) => Promise<void>): Promise<void> {
  for (const answer of answers) await deliver(answer);
}

function looks({ buttons }: Screen) {
  const keyboard: InlineKeyboardMarkup = {
    inline_keyboard: buttons.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))),
  };
  return { parse_mode: 'HTML', ...(buttons.length > 0 && { reply_markup: keyboard }) } as const;
}

const isRefusal = (error: unknown, words: string): boolean =>
  error instanceof GrammyError && error.description.includes(words);

/** Another attempt would be refused as well. */
const isFinal = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code >= 400 && error.error_code < 500 && error.error_code !== 429;
