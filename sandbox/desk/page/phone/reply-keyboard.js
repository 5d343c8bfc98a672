import { button, element, find } from '../element.js';

/** What a key shows that gives more than its text. */
const marks = { contact: '☎ ', location: '◎ ' };

/** The keyboard that the bot has put below the text field. `press(text)` is called with the text of a key. */
export function replyKeyboard(press) {
  const box = find('.keyboard');
  let shown = '';

  function show(keyboard) {
    const form = JSON.stringify(keyboard ?? null);
    if (form === shown) return;
    shown = form;
    box.hidden = !keyboard;
    const { rows = [], asks = {} } = keyboard ?? {};
    const key = (text) => button(`${marks[asks[text]] ?? ''}${text}`, () => press(text));
    box.replaceChildren(...rows.map((row) => element('div', {}, ...row.map(key))));
  }

  return { show };
}
