import { button, find } from '../element.js';
import { roving } from '../roving.js';

/** The strip of sheets. `choose(title)` is called when another is opened. */
export function tabStrip(choose) {
  const list = find('.tabs');
  const { reach } = roving(list, ({ textContent }) => choose(textContent));
  let shown = '';

  const tabOf = (title) => [...list.children].find((one) => one.textContent === title);

  return {
    show(titles, chosen) {
      const wanted = titles.join('\n');
      if (wanted !== shown) {
        const properties = { role: 'tab', 'aria-controls': 'sheet' };
        list.replaceChildren(...titles.map((title) => button(title, () => choose(title), properties)));
      }
      shown = wanted;
      for (const tab of list.children) tab.setAttribute('aria-selected', String(tab.textContent === chosen));
      tabOf(chosen)?.classList.remove('fresh');
      reach(tabOf(chosen));
    },
    /** Something has changed in a sheet that is not open. */
    mark: (title) => tabOf(title)?.classList.add('fresh'),
  };
}
