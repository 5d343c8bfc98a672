import { element } from './element.js';
import { formatted } from './entities.js';

/** One message of a chat. `act` has `send(text)`, `press(message, button, element)` and `photo(path)`. */
export function messageItem(message, act) {
  const item = element('li', { className: message.from }, bubble(message, act));
  item.dataset.id = message.message_id;
  if (message.buttons) item.append(buttons(message, act));
  return item;
}

function bubble(message, act) {
  const box = element('div', { className: 'bubble' });
  const said = message.text ?? message.caption;
  box.append(element('span', { className: 'spoken' }, message.from === 'bot' ? 'Bot: ' : 'You: '));
  if (message.photo) {
    const { path, width, height } = message.photo;
    box.append(
      element('img', { src: act.photo(path), width, height, alt: message.caption ? '' : 'Picture from the bot' }),
    );
  }
  if (said) {
    const text = formatted(said, message.entities ?? [], act.send);
    box.append(element('div', { className: 'text' }, ...text));
  }
  box.append(clock(message));
  return box;
}

function clock({ date, edited }) {
  const time = new Date(date * 1000);
  const shown = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return element('time', { dateTime: time.toISOString() }, edited ? `edited ${shown}` : shown);
}

function buttons(message, act) {
  const rows = message.buttons.map((row) =>
    element('div', { className: 'row' }, ...row.map((button) => inlineButton(message, button, act))),
  );
  return element('div', { className: 'buttons' }, ...rows);
}

function inlineButton(message, button, act) {
  if (button.url) return element('a', { href: button.url, target: '_blank', rel: 'noreferrer' }, `${button.text} ↗`);
  const made = element('button', { type: 'button' }, button.text);
  made.onclick = () => (button.copy ? navigator.clipboard.writeText(button.copy) : act.press(message, button, made));
  return made;
}
