/**
 * Makes an element. Properties are set as properties; those with a dash, and `role`, as attributes. Children are nodes or
 * texts, and null for none; text never becomes markup.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name === 'role' || name.includes('-')) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A button that does no more than `onclick`: it sends no form. */
export const button = (words, onclick, properties = {}) =>
  element('button', { type: 'button', onclick, ...properties }, words);

/** The element of the page that matches; it is there, because index.html has it. */
export const find = (selector) => document.querySelector(selector);

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
