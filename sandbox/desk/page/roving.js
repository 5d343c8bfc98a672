const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Lets the arrow keys, Home and End move through a group of which one element is in the tab order (the way of the ARIA
 * practices for tabs, radio buttons and toolbars). `moved(item)` is called when a key has moved the focus.
 */
export function roving(group, moved = () => {}) {
  const items = () => [...group.querySelectorAll('button')].filter((item) => !item.disabled && !item.hidden);

  group.addEventListener('keydown', (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const to = { Home: 0, End: all.length - 1 }[event.key] ?? at + steps[event.key];
    if (at < 0 || Number.isNaN(to)) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    reach(next);
    next.focus();
    moved(next);
  });
  group.addEventListener('focusin', ({ target }) => {
    if (items().includes(target)) reach(target);
  });

  /** Makes an item the one that Tab reaches; without one, the first. */
  function reach(item = items()[0]) {
    for (const one of group.querySelectorAll('button')) one.tabIndex = one === item ? 0 : -1;
  }

  return { reach };
}

/**
 * A list of tabs, each of which shows the panel that it controls. Begins with the one that was shown before the page was
 * loaded again, else with the first.
 */
export function panelTabs(list, shown = () => {}) {
  const tabs = [...list.querySelectorAll('[role="tab"]')];
  const { reach } = roving(list, show);
  const remembered = `tab of ${list.className}`;
  for (const tab of tabs) tab.onclick = () => show(tab);

  function show(chosen) {
    for (const tab of tabs) tab.setAttribute('aria-selected', String(tab === chosen));
    reach(chosen);
    sessionStorage.setItem(remembered, chosen.id);
    shown(chosen);
  }

  show(tabs.find(({ id }) => id === sessionStorage.getItem(remembered)) ?? tabs[0]);
  return { show };
}
