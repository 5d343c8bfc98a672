import { button, element } from '../element.js';
import { amount, inlineButtons } from './buttons.js';
import { contentOf } from './content.js';
import { formatted } from './entities.js';
import { said } from './head.js';

/**
 * One message of a chat. `around` has the message that it answers and whether it joins the one above in an album. `act`
 * has what a person can do: say, press, pay, reply, edit, jump; and address and file, which give addresses.
 */
export function messageItem(message, { answered, joins }, act) {
  const told = serviceWords(message);
  if (told) return element('li', { className: 'service' }, told);
  const item = element('li', { className: message.from }, bubble(message, answered, act));
  item.classList.toggle('joins', joins);
  item.dataset.id = message.message_id;
  const buttons = inlineButtons(message, act);
  if (buttons) item.append(buttons);
  return item;
}

function bubble(message, answered, act) {
  const box = element('div', { className: 'bubble' });
  const words = message.text ?? message.caption;
  box.append(element('span', { className: 'spoken' }, message.from === 'bot' ? 'Bot: ' : 'You: '));
  if (message.forwarded_from)
    box.append(element('p', { className: 'forwarded' }, `Forwarded from ${message.forwarded_from}`));
  if (message.reply_to !== undefined) box.append(quote(message, answered, act));
  box.append(...contentOf(message, act));
  if (words) box.append(element('div', { className: 'text' }, ...formatted(words, message.entities ?? [], act.say)));
  box.append(foot(message, act));
  return box;
}

/** What a service message says; the person reads it in the middle of the chat. undefined for an ordinary one. */
function serviceWords({ pinned_message_id: pinned, paid, refunded }) {
  if (pinned !== undefined) return 'A message was pinned';
  if (paid) return `You paid ${amount(paid.total_amount, paid.currency)}`;
  return refunded ? `You got back ${amount(refunded.total_amount, refunded.currency)}` : undefined;
}

function quote({ reply_to: id, quote: part }, answered, act) {
  const words = part ?? (answered ? said(answered) : 'A message that is gone');
  return button(words, () => act.jump(id), { className: 'quote', disabled: !answered });
}

function foot(message, act) {
  const time = new Date(message.date * 1000);
  const shown = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const clock = element('time', { dateTime: time.toISOString() }, message.edited ? `edited ${shown}` : shown);
  const reply = button('Reply', () => act.reply(message));
  const isOwn = message.from === 'user' && (message.text ?? message.caption) !== undefined;
  const edit = isOwn ? button('Edit', () => act.edit(message)) : null;
  const reaction = message.reaction ? element('span', { title: 'The bot’s reaction' }, message.reaction) : null;
  return element('p', { className: 'foot' }, reaction, edit, reply, clock);
}
