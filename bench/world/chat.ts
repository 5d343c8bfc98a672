type Button = { text: string; data?: string };
type Message = { message_id: number; from: 'bot' | 'user'; text?: string; buttons?: Button[][] };
type View = { revision: number; messages: Message[] };

/** A person at a telephone, by the control address of the Telegram emulator. */
export type Chat = {
  /** Sends a text; resolves when Telegram has it. */
  readonly say: (text: string) => Promise<{ sent: number }>;
  /** Sends a text and gives the bot's first message after it. */
  readonly ask: (text: string) => Promise<string>;
  /** Resolves when the newest message of the bot has a button whose data contains `part`. */
  readonly shown: (part: string) => Promise<{ message_id: number; button: string }>;
  /** Presses that button once it is shown. */
  readonly press: (part: string) => Promise<void>;
};

/** An answer that has not come after so long will not come. */
const patienceSeconds = 30;

export function openChat(telegramUrl: string, user: number): Chat {
  const view = async (query: string): Promise<View> => {
    const response = await fetch(`${telegramUrl}/control/chats/${user}${query}`);
    // The shape that the control address promises.
    return (await response.json()) as View;
  };
  const post = async (path: string, body: object): Promise<{ message_id: number }> => {
    const response = await fetch(`${telegramUrl}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, ...body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    // As above; a press has no message_id, and nobody asks for it.
    return JSON.parse(text) as { message_id: number };
  };

  /** Looks at the chat, and again whenever it changes. */
  async function until<T>(find: (messages: readonly Message[]) => T | undefined, what: string): Promise<T> {
    let seen = await view('');
    for (;;) {
      const found = find(seen.messages);
      if (found !== undefined) return found;
      const { revision } = seen;
      seen = await view(`?after=${revision}&wait=${patienceSeconds}`);
      if (seen.revision === revision) throw new Error(`the bot did not answer within ${patienceSeconds} s: ${what}`);
    }
  }

  const say = async (text: string) => ({ sent: (await post('send', { text })).message_id });
  const shown = (part: string) => until((messages) => buttonWith(messages, part), `with the button ${part}`);
  return {
    say,
    shown,
    async ask(text) {
      const { sent } = await say(text);
      return until(
        (messages) => messages.find(({ message_id, from }) => message_id > sent && from === 'bot')?.text,
        `to ${text}`,
      );
    },
    press: async (part) => void (await post('press', await shown(part))),
  };
}

function buttonWith(messages: readonly Message[], part: string) {
  const { message_id, buttons = [] } = messages.findLast(({ from }) => from === 'bot') ?? { message_id: 0 };
  const button = buttons.flat().find(({ data }) => data?.includes(part))?.data;
  return button === undefined ? undefined : { message_id, button };
}
