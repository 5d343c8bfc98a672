import { inquire } from '../inquiry.js';

/** The control address of the Telegram emulator: what a person can do and see. Refusals are thrown with their words. */
export function telegramAt(base) {
  const get = (path, signal) => inquire(`${base}/control/${path}`, { signal });
  const post = (path, body) => inquire(`${base}/control/${path}`, { method: 'POST', body });
  return {
    /** The chat at once, or as soon as its revision is no longer `after`. */
    chat: (user, { after, signal }) =>
      get(`chats/${user}${after === undefined ? '' : `?after=${after}&wait=25`}`, signal),
    /** `what` is {text}, {photo: {base64}, caption?} or {document: {name, base64, media_type}, caption?}; with reply_to. */
    send: (user, what) => post('send', { user, ...what }),
    /** `words` is {text} or {caption}. */
    edit: (user, message_id, words) => post('edit', { user, message_id, ...words }),
    press: (user, message_id, button) => post('press', { user, message_id, button }),
    /** A key below the text field: it says its text, or gives what it asks for. */
    pressKey: (user, button) => post('press', { user, button }),
    /** What the bot answered to a press; it may never do so. */
    callback: (id) => get(`callbacks/${id}?wait=15`),
    pay: (user, message_id) => post('pay', { user, message_id }),
    /** How a payment has ended. */
    payment: (id) => get(`payments/${id}?wait=15`),
    block: (user, blocked) => post('block', { user, blocked }),
    menu: (user) => get(`menu/${user}`),
    bot: (language) => get(`bot?language=${language}`),
    /** The address of a picture or file that the chat names by a path. */
    address: (path) => base + path,
    file: (id) => `${base}/control/files/${encodeURIComponent(id)}`,
  };
}
