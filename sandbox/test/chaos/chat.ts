import type { Endpoints } from '../../endpoints.ts';
import type { ChatView, MessageView } from '../../telegram/control/view/chat.ts';

export type { MessageView };

/** One person's chat with the bot, by the control address of the Telegram emulator. */
export type Chat = ReturnType<typeof openChat>;

export function openChat({ telegram }: Endpoints, user: number) {
  async function post(path: string, body: unknown): Promise<Response> {
    return fetch(`${telegram}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
  }

  async function look(query = ''): Promise<ChatView> {
    // The control address answers so.
    return (await (await fetch(`${telegram}/control/chats/${user}${query}`)).json()) as ChatView;
  }

  return {
    messages: async () => (await look()).messages,
    /** The number of the message. */
    async send(text: string): Promise<number> {
      // The control address answers so.
      return ((await (await post('send', { user, text })).json()) as { message_id: number }).message_id;
    },
    /** False when the message or the button has gone meanwhile. */
    press: async (message: number, button: string): Promise<boolean> =>
      (await post('press', { user, message_id: message, button })).ok,
    /** The first message of the bot that fits; null when none has come after `seconds`. */
    async answer(fits: (message: MessageView) => boolean, seconds: number): Promise<MessageView | null> {
      const until = performance.now() + seconds * 1000;
      let view = await look();
      for (;;) {
        const found = view.messages.find((message) => message.from === 'bot' && fits(message));
        if (found) return found;
        const left = (until - performance.now()) / 1000;
        if (left <= 0) return null;
        view = await look(`?after=${view.revision}&wait=${Math.min(left, 5)}`);
      }
    },
  };
}

export const buttonsOf = (message: MessageView): string[] =>
  (message.buttons ?? []).flat().flatMap(({ data }) => (data === undefined ? [] : [data]));
