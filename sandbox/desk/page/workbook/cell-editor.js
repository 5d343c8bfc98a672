import { element } from '../element.js';

/**
 * A text field in a cell. `done(text, key)` is called once: with the text, or undefined when it is to stay as it was,
 * and the key that ended it, none when the focus went elsewhere.
 */
export function editCell(cell, { text, isWhole, name, done }) {
  const field = element('input', { value: text, 'aria-label': name });
  let isOver = false;

  field.onblur = () => finish(field.value, undefined);
  field.onkeydown = (event) => {
    event.stopPropagation();
    if (!['Enter', 'Tab', 'Escape'].includes(event.key) || event.isComposing) return;
    event.preventDefault();
    finish(event.key === 'Escape' ? undefined : field.value, event);
  };
  cell.replaceChildren(field);
  field.focus();
  if (isWhole) field.select();

  function finish(outcome, event) {
    if (isOver) return;
    isOver = true;
    done(outcome, event);
  }
}
