import { allCommands, allEvents } from '@opsheet/shared/contracts/all';
import type { FeedLine } from './feed.ts';

export type HeardMessage = {
  subject: string;
  payload: string;
  /** Where an answer is awaited. */ reply?: string | undefined;
};

const inbox = '_INBOX.';
/** A stream delivers under the subject that a message was published with; only the reply tells the two apart. */
const delivery = '$JS.ACK.';
const announced = 'opsheet.cache.';
const storedCache = '$KV.opsheet_cache.';
const storedKey = '$KV.';

/** Unanswered questions that are remembered; a service that is away never answers. */
const openQuestions = 200;

/**
 * Tells what a message is by its subject and the contracts. null for what is only the protocol's own: acknowledgements,
 * deliveries to consumers and whatever else goes to an inbox, but for the answers to commands.
 */
export function messageLines(): (message: HeardMessage) => FeedLine | null {
  /** Inbox → the command that is answered there. */
  const asked = new Map<string, string>();

  function remember(subject: string, reply: string): void {
    asked.set(reply, subject);
    const [oldest] = asked.keys();
    if (asked.size > openQuestions && oldest !== undefined) asked.delete(oldest);
  }

  function answerLine({ subject, payload }: HeardMessage): FeedLine | null {
    const command = asked.get(subject);
    if (command === undefined) return null;
    asked.delete(subject);
    return { kind: 'reply', subject: command, says: `The answer to ${command}`, payload };
  }

  return (message) => {
    if (message.reply?.startsWith(delivery)) return null;
    if (message.subject.startsWith(inbox)) return answerLine(message);
    const line = lineOf(message);
    if (line.kind === 'command' && message.reply !== undefined) remember(message.subject, message.reply);
    return line;
  };
}

function lineOf({ subject, payload }: HeardMessage): FeedLine {
  const command = allCommands.find((one) => one.subject === subject);
  if (command) return { kind: 'command', subject, says: command.says, payload };
  const event = allEvents.find((one) => one.subject === subject);
  if (event) return { kind: 'event', subject, says: event.says, payload };
  if (subject.startsWith(announced)) {
    const table = subject.slice(announced.length);
    return { kind: 'cache', subject, says: `Sync has changed ${table}: bots take the new rows at once`, payload };
  }
  if (subject.startsWith(storedCache)) {
    const table = subject.slice(storedCache.length);
    return { kind: 'cache', subject, says: `The newest version of ${table}, kept for every bot`, payload };
  }
  if (subject.startsWith(storedKey)) return { kind: 'cache', subject, says: 'A value is stored', payload };
  return { kind: 'other', subject, says: 'Not in the contracts', payload };
}
