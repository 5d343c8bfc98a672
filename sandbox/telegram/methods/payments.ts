import { badRequest } from '../api-error.ts';
import { booleanOf, integerOf, requiredTextOf, textOf } from '../call-parameters.ts';
import { withPayButton } from '../keyboards/pay-button.ts';
import { readInvoice, shownInvoice } from '../payments/invoice.ts';
import { complete, findAsked, isPaid, refund, refuse } from '../payments/settling.ts';
import { balanceOf, transactionsOf } from '../payments/star-ledger.ts';
import type { Updates } from '../updates/queue.ts';
import { findPerson, type World } from '../world.ts';
import type { Methods } from './method.ts';
import { readOutgoing, send } from './messages/outgoing.ts';

export function paymentMethods(world: World, updates: Updates): Methods {
  const { state } = world;

  return {
    sendInvoice(parameters) {
      const terms = readInvoice(parameters);
      const outgoing = readOutgoing(world, parameters);
      const markup = withPayButton(outgoing.markup, terms.amount);
      return { result: send(world, { ...outgoing, markup, terms }, { invoice: shownInvoice(terms) }) };
    },
    createInvoiceLink(parameters) {
      const terms = readInvoice(parameters);
      const slug = Buffer.from(`invoice ${state.next.callback++}`).toString('base64url');
      state.invoiceLinks[slug] = terms;
      world.changed();
      return { result: `https://t.me/$${slug}` };
    },
    answerPreCheckoutQuery(parameters) {
      const isFine = booleanOf(parameters, 'ok');
      const errorMessage = isFine ? '' : requiredTextOf(parameters, 'error_message');
      const payment = findAsked(world, textOf(parameters, 'pre_checkout_query_id'));
      if (isFine) complete(world, updates, payment);
      else refuse(world, payment, errorMessage);
      return { result: true };
    },
    refundStarPayment(parameters) {
      const userId = integerOf(parameters, 'user_id');
      if (userId <= 0) throw badRequest('Invalid user_id specified');
      const chargeId = requiredTextOf(parameters, 'telegram_payment_charge_id');
      if (!findPerson(world, userId)) throw badRequest('USER_ID_INVALID');
      const payment = Object.values(state.payments).find((one) => one.user === userId && one.chargeId === chargeId);
      if (!payment || !isPaid(payment)) throw badRequest('CHARGE_NOT_FOUND');
      if (payment.refundedAt !== undefined) throw badRequest('CHARGE_ALREADY_REFUNDED');
      refund(world, updates, payment);
      return { result: true };
    },
    getMyStarBalance: () => ({ result: { amount: balanceOf(world) } }),
    getStarTransactions(parameters) {
      const offset = Math.max(integerOf(parameters, 'offset'), 0);
      const limit = Math.min(Math.max(integerOf(parameters, 'limit', 100), 1), 100);
      return { result: { transactions: transactionsOf(world).slice(offset, offset + limit) } };
    },
  };
}
