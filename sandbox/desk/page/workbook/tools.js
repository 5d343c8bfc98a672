import { button, find } from '../element.js';
import { roving } from '../roving.js';

/** The toolbar: what can be done with the active row and column. `acts` is {name: () => …}. */
export function toolbar(acts) {
  const bar = find('.tools');
  const tools = {
    undo: button('Undo', acts.undo, { className: 'undo', title: 'Takes back what was typed or pasted (Ctrl+Z)' }),
    insert: button('Add row', acts.insert, { className: 'add' }),
    up: button('↑', acts.up, { className: 'up', title: 'Alt+↑' }),
    down: button('↓', acts.down, { className: 'down', title: 'Alt+↓' }),
    ascending: button('A→Z', acts.ascending, { className: 'ascending' }),
    descending: button('Z→A', acts.descending, { className: 'descending' }),
    remove: button('Delete row', acts.remove, { className: 'delete' }),
  };
  bar.replaceChildren(...Object.values(tools));
  const { reach } = roving(bar);

  return {
    /** `row` is the active one, `rows` how many there are with the header, `header` the name of the active column. */
    show({ row, rows, header, canUndo }) {
      const isData = row >= 2 && row <= rows;
      const by = header ? `by ${header}` : 'by this column';
      tools.undo.disabled = !canUndo;
      tools.remove.disabled = !isData;
      tools.remove.textContent = isData ? `Delete row ${row}` : 'Delete row';
      tools.up.disabled = !isData || row === 2;
      tools.down.disabled = !isData || row === rows;
      tools.ascending.disabled = tools.descending.disabled = rows < 3;
      name(tools.up, `Move row ${row} up`);
      name(tools.down, `Move row ${row} down`);
      name(tools.ascending, `Sort ${by}, smallest first`);
      name(tools.descending, `Sort ${by}, largest first`);
      if (![...bar.children].some((one) => one.tabIndex === 0 && !one.disabled)) reach();
    },
  };
}

function name(tool, words) {
  tool.setAttribute('aria-label', words);
  tool.title = words;
}
