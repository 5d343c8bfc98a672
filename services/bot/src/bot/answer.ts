import { z } from 'zod';
import { languages } from '../texts/language.ts';

/** A button: its label and the data of callback.ts. */
export const Button = z.object({ text: z.string(), data: z.string() });
export type Button = z.output<typeof Button>;

/** What a message shows: text in HTML and rows of buttons. */
export const Screen = z.object({ text: z.string(), buttons: z.array(z.array(Button)).default([]) });
export type Screen = z.output<typeof Screen>;

/**
 * What the bot tells Telegram after a turn. Plain data, because the answers of a turn that changes something are
 * committed with the change and sent afterwards, perhaps by another process.
 */
export const Answer = z.discriminatedUnion('kind', [
  /** A new message. */
  z.object({ kind: z.literal('message'), chat: z.string(), screen: Screen }),
  /** The message becomes this screen; one that cannot be edited any more is followed by a new one. */
  z.object({ kind: z.literal('edit'), chat: z.string(), messageId: z.int(), screen: Screen }),
  /** The press is answered: with nothing, with a passing line, or with an alert that has to be closed. */
  z.object({ kind: z.literal('press'), query: z.string(), text: z.string().nullable(), alert: z.boolean() }),
  /** The chat's command menu is the administrators' one. */
  z.object({ kind: z.literal('commands'), chat: z.string(), language: z.enum(languages) }),
]);
export type Answer = z.output<typeof Answer>;

export const Answers = z.array(Answer);
