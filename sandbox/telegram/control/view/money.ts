import type { Content, RefundedPayment } from '../../message.ts';

type Money = { currency: string; total_amount: number };

/** What a message says of money: something is sold, so much was paid, so much was given back. */
export type MoneyView = {
  /** A press of its button with `pay` is POST /control/pay. */
  invoice?: Money & { title: string; description: string };
  paid?: Money;
  refunded?: Money;
};

export function viewMoney({ invoice, successful_payment: paid, refunded_payment: refunded }: Content): MoneyView {
  return {
    ...(invoice && { invoice: { title: invoice.title, description: invoice.description, ...moneyOf(invoice) } }),
    ...(paid && { paid: moneyOf(paid) }),
    ...(refunded && { refunded: moneyOf(refunded) }),
  };
}

function moneyOf({ currency, total_amount }: Pick<RefundedPayment, keyof Money>): Money {
  return { currency, total_amount };
}
