import { element, find } from './element.js';

const hues = [165, 25, 265, 205];
const roles = { owner: 'owner', employee: 'employee', customer: 'customer' };

/** The switch between people: a group of radio buttons, moved through by the arrow keys. Calls `choose(person)`. */
export function peopleSwitch(people, choose) {
  const group = find('.people');
  const buttons = people.map((person, index) => {
    const button = element(
      'button',
      { type: 'button', role: 'radio', title: person.name, onclick: () => select(index) },
      element('span', { className: 'face', 'aria-hidden': 'true' }, initials(person.name)),
      element('span', { className: 'name' }, person.name.split(' ')[0]),
      element('span', { className: 'role' }, `${roles[person.role] ?? person.role} · ${person.language}`),
    );
    button.style.setProperty('--hue', hues[index % hues.length]);
    return button;
  });
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  group.onkeydown = (event) => {
    const by = step[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length;
    buttons[next].focus();
    select(next);
  };
  group.replaceChildren(...buttons);
  select(0);

  function select(chosen) {
    buttons.forEach((button, index) => {
      button.setAttribute('aria-checked', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
    });
    choose(people[chosen]);
  }
}

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
