import { find } from '../element.js';
import { commandMenu } from './commands.js';
import { said } from './head.js';
import { replyKeyboard } from './reply-keyboard.js';

/**
 * The text field with the menu of commands and the bot's keyboard. `send(what)` sends, `edit(id, {text} or {caption})`
 * changes an own message, `pressKey(text)` presses a key of the keyboard, `menu()` asks for the commands, `unblock()`
 * lets the bot write again.
 */
export function composer({ send, edit, pressKey, menu, unblock }) {
  const form = find('.composer');
  const field = form.elements.text;
  const bar = find('.reply-bar');
  const commands = commandMenu({ menu, say, begin: () => say('/start') });
  const keyboard = replyKeyboard((key) => finish(pressKey(key)));
  /** What the next text is for: nothing, {reply: id} or {edit: id, isCaption}. */
  let purpose = {};
  /** The message whose demand for a reply has been put into the bar. */
  let demanded;

  form.onsubmit = (event) => {
    event.preventDefault();
    const text = takeText();
    if (text === '') return field.focus();
    if (purpose.edit !== undefined) return finish(edit(purpose.edit, purpose.isCaption ? { caption: text } : { text }));
    say(text);
  };
  form.onkeydown = ({ key }) => {
    if (key !== 'Escape') return;
    commands.close();
    aim({});
  };
  find('.reply-bar button').onclick = () => {
    aim({});
    field.focus();
  };
  find('.unblock').onclick = () => void unblock();

  function say(text) {
    give({ text });
  }

  function give(what) {
    finish(send({ ...what, ...(purpose.reply !== undefined && { reply_to: purpose.reply }) }));
  }

  function finish(sent) {
    commands.close();
    aim({});
    field.focus();
    void sent;
  }

  function takeText() {
    const text = field.value.trim();
    field.value = '';
    return text;
  }

  function aim(next, words = '') {
    purpose = next;
    bar.hidden = words === '';
    bar.querySelector('span').textContent = words;
  }

  /** The bot may demand a reply: it is begun for the person, who can still leave it. */
  function demand({ force_reply: wanted, messages }) {
    if (wanted?.message_id === demanded) return;
    demanded = wanted?.message_id;
    const message = messages.find(({ message_id: id }) => id === demanded);
    if (message) aim({ reply: demanded }, `Reply to: ${said(message)}`);
  }

  return {
    takeText,
    replyTo(message) {
      aim({ reply: message.message_id }, `Reply to: ${said(message)}`);
      field.focus();
    },
    edit(message) {
      aim({ edit: message.message_id, isCaption: message.text === undefined }, `Edit: ${said(message)}`);
      field.value = message.text ?? message.caption ?? '';
      field.focus();
    },
    clear() {
      aim({});
      field.value = '';
      demanded = undefined;
    },
    show(chat) {
      find('.blocked').hidden = !chat.blocked;
      form.hidden = chat.blocked;
      field.placeholder = chat.force_reply?.placeholder ?? chat.keyboard?.placeholder ?? 'Message';
      demand(chat);
      commands.show(chat.started);
      keyboard.show(chat.blocked ? undefined : chat.keyboard);
    },
  };
}
