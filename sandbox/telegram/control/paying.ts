import { z } from 'zod';
import { findMessage, type Conversation } from '../chats/conversation.ts';
import { askToPay, type Purchase } from '../payments/paying.ts';
import { msLeft, stateOf, type PaymentState } from '../payments/payment.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';
import type { Look } from './looking.ts';
import { reachBot, readBody, readWait } from './request.ts';

const usage = '{"user": <id>, "message_id": <number>} or {"user": <id>, "link": "https://t.me/$…"}';
const paySchema = z.union([
  z.strictObject({ user: z.int(), message_id: z.int() }),
  z.strictObject({ user: z.int(), link: z.string() }),
]);

export type PaymentView = { state: PaymentState; error_message?: string; telegram_payment_charge_id?: string };

/** Paying an invoice; everybody has stars enough. */
export function createPaying(world: World, updates: Updates) {
  function purchaseByMessage(conversation: Conversation, messageId: number): Purchase {
    const stored = findMessage(conversation.chat, messageId);
    if (!stored?.terms) throw new ControlError(404, `message ${messageId} is no invoice`);
    const isDone = Object.values(world.state.payments).some((payment) => {
      return (
        payment.user === conversation.person.id && payment.messageId === messageId && payment.chargeId !== undefined
      );
    });
    if (isDone) throw new ControlError(409, `message ${messageId} is paid`);
    return { conversation, terms: stored.terms, messageId };
  }

  function purchaseByLink(conversation: Conversation, link: string): Purchase {
    const slug = /^https:\/\/t\.me\/\$([\w-]+)$/.exec(link)?.[1] ?? '';
    const terms = world.state.invoiceLinks[slug];
    if (!terms) throw new ControlError(404, `no invoice has the link ${link}`);
    return { conversation, terms };
  }

  return {
    pay(body: Buffer) {
      const asked = readBody(body, paySchema, usage);
      const conversation = reachBot(world, asked.user);
      const purchase =
        'link' in asked ? purchaseByLink(conversation, asked.link) : purchaseByMessage(conversation, asked.message_id);
      return { pre_checkout_query_id: askToPay(world, updates, purchase).id };
    },

    async payment({ id, query, signal }: Look): Promise<PaymentView> {
      const payment = world.state.payments[id];
      if (!payment) throw new ControlError(404, `no payment has the id ${id}`);
      const waitMs = Math.min(readWait(query).waitMs, msLeft(world, payment));
      await world.watch.until(() => stateOf(world, payment) !== 'asked', waitMs, signal);
      return {
        state: stateOf(world, payment),
        ...(payment.errorMessage !== undefined && { error_message: payment.errorMessage }),
        ...(payment.chargeId !== undefined && { telegram_payment_charge_id: payment.chargeId }),
      };
    },
  };
}
