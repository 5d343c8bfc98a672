import type { Em } from '@opsheet/shared/database/open';
import { z } from 'zod';
import { payFields } from '../bot/callback.ts';

/** A question that the bot has asked in a chat; the next text there is its answer. */
export const Prompt = z.object({ ask: z.literal('pay'), id: z.string(), field: z.enum(payFields) });
export type Prompt = z.output<typeof Prompt>;

/** Remembers what was asked; null ends the question. */
export async function setPrompt(tx: Em, person: string, prompt: Prompt | null): Promise<void> {
  await tx.execute('update people set prompt = ?::jsonb where telegram_id = ?', [
    prompt && JSON.stringify(prompt),
    person,
  ]);
}
