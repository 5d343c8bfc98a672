import { userOf } from '../chats/people.ts';
import { findPerson, type World } from '../world.ts';
import { isPaid, type PaidPayment } from './settling.ts';

type Partner = { type: 'user'; transaction_type: 'invoice_payment'; user: object; invoice_payload: string };

export type StarTransaction = { id: string; amount: number; date: number } & (
  | { source: Partner }
  | { receiver: Partner }
);

/** All that the bot has earned and given back, the oldest first. */
export function transactionsOf(world: World): StarTransaction[] {
  const paid = Object.values(world.state.payments).filter(isPaid);
  const moves = paid.flatMap((payment) => {
    const move = { id: payment.chargeId, amount: payment.terms.amount };
    const partner = partnerOf(world, payment);
    const earned = { ...move, date: payment.paidAt ?? 0, source: partner };
    if (payment.refundedAt === undefined) return [earned];
    return [earned, { ...move, date: payment.refundedAt, receiver: partner }];
  });
  return moves.toSorted((one, other) => one.date - other.date);
}

export function balanceOf(world: World): number {
  return transactionsOf(world).reduce((sum, move) => sum + ('source' in move ? move.amount : -move.amount), 0);
}

function partnerOf(world: World, { user, terms }: PaidPayment): Partner {
  const person = findPerson(world, user);
  return {
    type: 'user',
    transaction_type: 'invoice_payment',
    user: person ? userOf(person) : { id: user, is_bot: false, first_name: '' },
    invoice_payload: terms.payload,
  };
}
