import { find } from '../element.js';

/** The box behind ⋯: a start link with a payload, and blocking the bot. */
export function chatMenu({ start, block }) {
  const box = find('.chat-menu');
  const form = find('.deep-link');
  find('.more').onclick = () => box.showModal();
  form.onsubmit = () => {
    void start(form.elements.payload.value);
    form.reset();
  };
  find('.chat-menu .block').onclick = () => void block();
}
