import { inquire } from '../inquiry.js';

const effects = {
  bot: 'Telegram keeps what people write meanwhile; the bot answers when it is back.',
  sync: 'Edits wait on both sides; the first pass after the start carries them over.',
  expiry: 'Deadlines that pass meanwhile are met when it is back.',
  NATS: 'The bot goes on with what it has in memory and hears of changes when NATS is back; the feed goes on too.',
  PostgreSQL: 'The bot reads on from memory; what has to be written is refused in words until the database is back.',
};

/** For every process of the sandbox: SIGKILL, and a stop of ten seconds. */
export const processFaults = () =>
  Object.entries(effects).flatMap(([part, expect]) => [
    { words: `Kill ${part}`, expect, run: () => order({ fault: 'kill', part }) },
    { words: `Stop ${part} for 10 s`, expect, run: () => order({ fault: 'stop', part, seconds: 10 }) },
  ]);

const order = async (body) => (await inquire('/faults', { method: 'POST', body })).happened;
