import { badRequest } from '../api-error.ts';
import { integerOf, jsonOf, requiredTextOf, textOf, type CallParameters } from '../call-parameters.ts';
import { fieldsOf } from '../json-fields.ts';
import type { Invoice } from '../message.ts';

/** What is sold, and for how much. Only Telegram Stars are emulated: amounts are whole stars. */
export type InvoiceTerms = {
  title: string;
  description: string;
  /** Never shown to the person; comes back to the bot with the payment. */
  payload: string;
  currency: 'XTR';
  amount: number;
  startParameter: string;
  /** Of a subscription. */
  periodSeconds?: number;
};

const starCurrency = 'XTR';

/** The only period that subscriptions may have (documented). */
const monthSeconds = 2_592_000;

/** Reads the parameters that an invoice and a link to one share. The codes of its errors are MTProto's (assumed). */
export function readInvoice(parameters: CallParameters): InvoiceTerms {
  const title = requiredTextOf(parameters, 'title');
  const description = requiredTextOf(parameters, 'description');
  const payload = requiredTextOf(parameters, 'payload');
  const currency = requiredTextOf(parameters, 'currency');
  const amount = readTotal(parameters);
  const periodSeconds = integerOf(parameters, 'subscription_period');
  if (title.length > 32) throw badRequest('TITLE_INVALID');
  if (description.length > 255) throw badRequest('DESCRIPTION_INVALID');
  if (Buffer.byteLength(payload) > 128) throw badRequest('INVOICE_PAYLOAD_INVALID');
  // With any other currency there would have to be a payment provider.
  if (currency !== starCurrency || textOf(parameters, 'provider_token') !== '') {
    throw badRequest('PAYMENT_PROVIDER_INVALID');
  }
  if (periodSeconds !== 0 && periodSeconds !== monthSeconds) throw badRequest('SUBSCRIPTION_PERIOD_INVALID');
  const startParameter = textOf(parameters, 'start_parameter');
  return {
    title,
    description,
    payload,
    currency,
    amount,
    startParameter,
    ...(periodSeconds !== 0 && { periodSeconds }),
  };
}

/** Exactly one price, for stars. */
function readTotal(parameters: CallParameters): number {
  requiredTextOf(parameters, 'prices');
  const value = jsonOf(parameters, 'prices', 'prices');
  if (!Array.isArray(value)) throw badRequest('Expected an Array of labeled prices');
  const [price, ...others] = value.map(readPrice);
  if (price === undefined) throw badRequest('There must be at least one price');
  if (others.length > 0) throw badRequest('STARS_INVOICE_INVALID');
  if (price <= 0) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
  return price;
}

function readPrice(value: unknown): number {
  const fields = fieldsOf(value, 'LabeledPrice must be an Object', "Can't parse labeled price");
  if (fields.text('label') === '') throw fields.complaint('LabeledPrice label must be non-empty');
  return fields.integer('amount');
}

/** The invoice as its message shows it. */
export function shownInvoice({ title, description, startParameter, currency, amount }: InvoiceTerms): Invoice {
  return { title, description, start_parameter: startParameter, currency, total_amount: amount };
}
