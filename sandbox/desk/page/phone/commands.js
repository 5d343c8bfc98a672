import { button, element, find } from '../element.js';

/** The menu of the bot's commands. Before the first message its place has Telegram's Start button, which calls `begin`. */
export function commandMenu({ menu, say, begin }) {
  const toggle = find('.composer .menu');
  const list = find('.commands');
  let started = true;

  toggle.onclick = () => {
    if (!started) return begin();
    if (list.hidden) void open();
    else close();
  };
  list.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    close();
    toggle.focus();
  };

  async function open() {
    const { commands } = await menu();
    const items = commands.map(({ command, description }) => {
      const words = [element('strong', {}, `/${command}`), element('span', {}, description)];
      const one = button('', () => say(`/${command}`));
      one.replaceChildren(...words);
      return element('li', {}, one);
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
    close,
    show(isStarted) {
      started = isStarted;
      toggle.textContent = started ? 'Menu' : 'Start';
      toggle.classList.toggle('start', !started);
      if (!started) close();
    },
  };
}
