import { element, find } from '../element.js';

/** What Telegram says under the bot's name while a chat action lasts. */
const doings = {
  typing: 'is typing…',
  upload_photo: 'is sending a photo…',
  upload_document: 'is sending a file…',
  upload_video: 'is sending a video…',
  upload_voice: 'is sending a voice message…',
  record_voice: 'is recording a voice message…',
  record_video: 'is recording a video…',
  choose_sticker: 'is choosing a sticker…',
  find_location: 'is looking for a place…',
};

/** The top of the chat: the bot's name in the person's language, what it is doing, and the pinned message. */
export function chatHead({ bot, jump }) {
  const pinned = find('.pinned');

  function showPinned({ pinned: ids = [], messages }) {
    const id = ids.at(-1);
    const message = messages.find(({ message_id: one }) => one === id);
    pinned.hidden = message === undefined;
    if (message === undefined) return;
    pinned.replaceChildren(element('strong', {}, 'Pinned'), ` ${said(message)}`);
    pinned.onclick = () => jump(id);
  }

  return {
    async show(chat, language) {
      showPinned(chat);
      const { name } = await bot(language);
      const doing = chat.action ? (doings[chat.action] ?? 'is busy…') : 'bot';
      find('.bot-name').replaceChildren(name || 'Opsheet', element('small', {}, doing));
    },
  };
}

/** A message in one line. */
export function said({ text, caption, photo, document, location, contact, invoice }) {
  if (text ?? caption) return text ?? caption;
  if (photo) return 'Photo';
  if (document) return document.name ?? 'File';
  if (location) return 'Place';
  if (contact) return `Contact ${contact.first_name}`;
  return invoice ? `Invoice ${invoice.title}` : 'Message';
}
