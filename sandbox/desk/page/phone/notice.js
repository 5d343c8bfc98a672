import { find } from '../element.js';

const toastMs = 4_000;
let timer;

/** A short word from the bot, gone after a moment. */
export function toast(text) {
  const box = find('.toast');
  clearTimeout(timer);
  box.textContent = text;
  box.hidden = false;
  timer = setTimeout(() => (box.hidden = true), toastMs);
}

/** A word from the bot that has to be confirmed. */
export function alertBox(text) {
  find('#alert-text').textContent = text;
  find('.alert').showModal();
}
