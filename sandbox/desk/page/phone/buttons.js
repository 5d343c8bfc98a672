import { button, element } from '../element.js';

/** The inline keyboard of a message; an invoice without one has Telegram's own Pay button. undefined for none. */
export function inlineButtons(message, act) {
  const rows = message.buttons ?? (message.invoice ? [[payButton(message.invoice)]] : undefined);
  if (!rows) return undefined;
  const lines = rows.map((row) =>
    element('div', { className: 'row' }, ...row.map((one) => inlineButton(message, one, act))),
  );
  return element('div', { className: 'buttons' }, ...lines);
}

const payButton = ({ currency, total_amount: total }) => ({ text: `Pay ${amount(total, currency)}`, pay: true });

/** Stars are whole; other currencies count in hundredths. */
export const amount = (total, currency) =>
  currency === 'XTR' ? `★ ${total}` : `${(total / 100).toFixed(2)} ${currency}`;

function inlineButton(message, one, act) {
  const className = one.style ? `style-${one.style}` : '';
  if (one.url) return element('a', { href: one.url, target: '_blank', rel: 'noreferrer', className }, `${one.text} ↗`);
  const made = button(one.text, () => effect(message, one, { act, made }), { className });
  return made;
}

function effect(message, one, { act, made }) {
  if (one.pay) return act.pay(message, made);
  if (one.copy !== undefined) return copy(one.copy, act);
  return act.press(message, one, made);
}

async function copy(text, act) {
  try {
    await navigator.clipboard.writeText(text);
    act.notice('Copied');
  } catch {
    // A browser may keep the clipboard to itself: then the text is at least shown.
    act.notice(text);
  }
}
