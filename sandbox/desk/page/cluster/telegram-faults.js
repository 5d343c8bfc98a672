import { inquire } from '../inquiry.js';

const hourMs = 3_600_000;

/** Faults between the bot and Telegram, and what a person or the clock may do to a bot. */
export function telegramFaults({ telegram }, { person }) {
  const post = (path, body) => inquire(`${telegram}/control/${path}`, { method: 'POST', body });
  /** For messages alone: at every look at its health the bot calls getMe, which would take a fault for any call. */
  async function plan(fault, times = 1) {
    await post('faults', { method: 'sendMessage', times, fault });
  }
  const nameOf = () => person().name.split(' ')[0];

  return [
    {
      words: 'Too many requests (429), try again in 3 s',
      expect: 'The next message comes when the bot has waited as long as it was told. Write to it.',
      run: () => plan({ status: 429, retryAfter: 3 }),
    },
    {
      words: 'Bad gateway (502)',
      expect: 'The bot tries its next message again. Write to it.',
      run: () => plan({ status: 502 }),
    },
    {
      words: 'Cut the connection after a message',
      expect: 'The next message arrives and the bot does not hear of it. Write to it.',
      run: () => plan({ drop: 'after' }),
    },
    {
      words: 'Slow: 5 s for each of 3 messages',
      expect: 'Answers come late; nobody else has to wait for them.',
      run: () => plan({ delayMs: 5_000 }, 3),
    },
    {
      words: 'The same update twice',
      expect: 'The next message or press reaches the bot twice; it must act on it once.',
      run: () => post('faults', { fault: { duplicateUpdate: true } }).then(() => undefined),
    },
    {
      words: 'The person blocks the bot',
      expect: 'The bot’s messages to this person are refused (403); it must not stumble over that.',
      run: () => post('block', { user: person().id, blocked: true }).then(() => `${nameOf()} has blocked the bot`),
    },
    {
      words: 'The person unblocks the bot',
      expect: 'Messages arrive again.',
      run: () => post('block', { user: person().id, blocked: false }).then(() => `${nameOf()} has the bot again`),
    },
    ...clockFaults(post),
  ];
}

const clockFaults = (post) => [
  {
    words: 'Telegram’s clock: 1 hour on',
    expect: 'Buttons that were pressed before can no longer be answered.',
    run: () => post('clock', { advance_ms: hourMs }).then(() => 'Telegram’s clock is an hour on'),
  },
  {
    words: 'Telegram’s clock: 1 day on',
    expect: 'Updates that were not fetched are gone, and old messages can no longer be deleted after two days.',
    run: () => post('clock', { advance_ms: 24 * hourMs }).then(() => 'Telegram’s clock is a day on'),
  },
  {
    words: 'Telegram’s clock: the real time',
    expect: 'What was dated ahead stays so.',
    run: () => post('clock', { real: true }).then(() => 'Telegram has the real time again'),
  },
];
