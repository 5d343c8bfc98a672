import { element, find } from '../element.js';
import { messageItem } from './message.js';

/** The list of messages: shows a chat as it is now, touching only what has changed, so that reading and focus stay. */
export function chatLog(act) {
  const log = find('.chat');
  const shown = new Map();
  const acts = { ...act, jump };
  let isAtEnd = true;
  let height = 0;

  log.onscroll = () => {
    // Told late, after the room has changed: that is no scrolling away.
    if (log.clientHeight === height) isAtEnd = log.scrollHeight - log.scrollTop - height < 40;
  };
  // A keyboard that comes up below takes room: the last message stays in view.
  new ResizeObserver(() => {
    height = log.clientHeight;
    if (isAtEnd) toEnd();
  }).observe(log);

  function toEnd() {
    log.scrollTop = log.scrollHeight;
  }

  function show({ messages, started }) {
    const known = shown.size;
    find('.chat .empty')?.remove();
    dropMissing(messages);
    const byId = new Map(messages.map((message) => [message.message_id, message]));
    messages.forEach((message, index) =>
      place(message, { answered: byId.get(message.reply_to), before: messages[index - 1] }),
    );
    if (messages.length === 0) log.append(element('li', { className: 'empty' }, emptyWords(started)));
    const hasOwnNews = shown.size > known && messages.at(-1)?.from === 'user';
    if (isAtEnd || hasOwnNews) toEnd();
  }

  function dropMissing(messages) {
    const there = new Set(messages.map(({ message_id: id }) => id));
    for (const [id, { item }] of shown) {
      if (there.has(id)) continue;
      item.remove();
      shown.delete(id);
    }
  }

  /** Messages come in the order of their ids, so a new one goes to the end. */
  function place(message, around) {
    const { answered, before } = around;
    const joins = message.album !== undefined && message.album === before?.album;
    const form = JSON.stringify([message, answered, joins]);
    const old = shown.get(message.message_id);
    if (old?.form === form) return;
    const item = messageItem(message, { answered, joins }, acts);
    shown.set(message.message_id, { form, item });
    if (!old) return log.append(item);
    const focused = focusIn(old.item);
    old.item.replaceWith(item);
    if (focused) refocus(item, focused);
  }

  function jump(id) {
    const item = shown.get(id)?.item;
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.classList.add('meant');
    item.onanimationend = () => item.classList.remove('meant');
  }

  return {
    show,
    jump,
    clear() {
      shown.clear();
      log.replaceChildren();
      isAtEnd = true;
    },
  };

  /** A screen that is edited in place takes the focus with it: same words first, else the same place. */
  function refocus(item, { words, index }) {
    const all = [...item.querySelectorAll('button, a')];
    const next = all.find((one) => one.textContent === words) ?? all[Math.min(index, all.length - 1)];
    (next ?? log).focus();
  }
}

function focusIn(item) {
  const focused = document.activeElement;
  if (!item.contains(focused)) return undefined;
  return { words: focused.textContent, index: [...item.querySelectorAll('button, a')].indexOf(focused) };
}

const emptyWords = (started) =>
  started ? 'No messages.' : 'This person has not met the bot yet. Press Start, or write something.';
