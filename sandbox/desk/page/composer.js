import { element, find } from './element.js';

/** The text field with the menu of commands and the reply keyboard. `send(text)` sends, `menu()` asks for the commands. */
export function composer({ send, menu }) {
  const form = find('.composer');
  const field = form.elements.text;
  const toggle = find('.composer .menu');
  const list = find('.commands');
  let started = true;

  form.onsubmit = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return field.focus();
    field.value = '';
    say(text);
  };
  form.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
  list.onkeydown = ({ key }) => {
    if (key !== 'Escape') return;
    close();
    toggle.focus();
  };
  toggle.onclick = () => {
    if (!started) return say('/start');
    if (list.hidden) void open();
    else close();
  };

  function say(text) {
    close();
    field.focus();
    void send(text);
  }

  async function open() {
    const { commands } = await menu();
    const items = commands.map(({ command, description }) => {
      const words = [element('strong', {}, `/${command}`), element('span', {}, description)];
      return element('li', {}, element('button', { type: 'button', onclick: () => say(`/${command}`) }, ...words));
    });
    list.replaceChildren(...(items.length > 0 ? items : [element('li', {}, 'The bot has set no commands.')]));
    list.hidden = false;
    toggle.setAttribute('aria-expanded', 'true');
    list.querySelector('button')?.focus();
  }

  function close() {
    list.hidden = true;
    toggle.setAttribute('aria-expanded', 'false');
  }

  return {
    /** Before the first message the menu's place has Telegram's Start button. */
    show(chat) {
      started = chat.started;
      toggle.textContent = started ? 'Menu' : 'Start';
      toggle.classList.toggle('start', !started);
      field.placeholder = chat.keyboard?.placeholder ?? 'Message';
      showKeyboard(chat.keyboard);
      if (!started) close();
    },
  };

  function showKeyboard(keyboard) {
    const box = find('.keyboard');
    box.hidden = !keyboard;
    const key = (text) => element('button', { type: 'button', onclick: () => say(text) }, text);
    box.replaceChildren(...(keyboard?.rows ?? []).map((row) => element('div', {}, ...row.map(key))));
  }
}
