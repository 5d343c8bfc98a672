import { element, find } from '../element.js';
import { roving } from '../roving.js';

const hues = [165, 25, 265, 205];
const remembered = 'whose phone';
const languages = { en: 'English', id: 'Indonesian', ru: 'Russian' };

/** The switch between people: a group of radio buttons, moved through by the arrow keys. Calls `choose(person)`. */
export function peopleSwitch(people, choose) {
  const group = find('.people');
  const buttons = people.map((person, index) => personButton(person, hues[index % hues.length]));
  buttons.forEach((one, index) => (one.onclick = () => select(index)));
  group.replaceChildren(...buttons);
  const { reach } = roving(group, (one) => select(buttons.indexOf(one)));
  // A sandbox that is started again makes the page load again: it stays with the same person.
  select(
    Math.max(
      0,
      people.findIndex(({ id }) => String(id) === sessionStorage.getItem(remembered)),
    ),
  );

  function select(chosen) {
    sessionStorage.setItem(remembered, people[chosen].id);
    buttons.forEach((one, index) => one.setAttribute('aria-checked', String(index === chosen)));
    reach(buttons[chosen]);
    choose(people[chosen]);
  }
}

function personButton({ name, role, language }, hue) {
  const spoken = languages[language] ?? language;
  const made = element(
    'button',
    { type: 'button', role: 'radio', title: `${name}, ${role}, reads ${spoken}` },
    element('span', { className: 'face', 'aria-hidden': 'true' }, initials(name)),
    element('span', { className: 'name' }, name.split(' ')[0]),
    element('span', { className: 'role' }, role, element('br'), spoken),
  );
  made.style.setProperty('--hue', hue);
  return made;
}

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
