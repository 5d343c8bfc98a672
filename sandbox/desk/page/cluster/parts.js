import { element, find, pause } from '../element.js';
import { inquire } from '../inquiry.js';
import { markView } from '../views.js';

const lookEveryMs = 2_000;
const hiddenPageMs = 10_000;
/** The only part that is left when the server of the desk is away. */
const sandbox = 'sandbox';

/** The row of parts: each with its state, process, age and restarts. `shown(parts)` is called after every look. */
export function startParts(shown) {
  const list = find('.parts');
  const items = new Map();
  let wake = () => {};

  async function follow() {
    for (;;) {
      show(await look());
      const soon = new Promise((resolve) => (wake = resolve));
      await Promise.race([pause(document.hidden ? hiddenPageMs : lookEveryMs), soon]);
    }
  }

  function show(parts) {
    forget(parts);
    for (const part of parts) {
      const item = items.get(part.name) ?? place(part);
      if (item.dataset.form === formOf(part)) continue;
      item.dataset.form = formOf(part);
      item.dataset.status = part.status;
      item.replaceChildren(...contentOf(part));
    }
    const wrong = parts.filter(({ status }) => status !== 'well');
    say(
      wrong.map(({ name, status, detail }) => `${name} is ${status}: ${detail}`).join(' · ') || 'All parts are well.',
    );
    markView('cluster', wrong.length > 0);
    shown(parts);
  }

  /** Of what is not told now nothing is known: the last look at it may be long ago. */
  function forget(parts) {
    for (const [name, item] of items) {
      if (parts.some((part) => part.name === name)) continue;
      item.remove();
      items.delete(name);
    }
  }

  function place({ name }) {
    const item = element('li');
    items.set(name, item);
    list.append(item);
    return item;
  }

  void follow();
  return { look: () => wake() };
}

async function look() {
  try {
    return (await inquire('/parts')).parts;
  } catch {
    // The server of the desk is the sandbox itself: without it nothing else is known.
    return [{ name: sandbox, status: 'away', detail: 'it does not answer; is npm start running?' }];
  }
}

function say(words) {
  const line = find('.verdict');
  if (line.textContent !== words) line.textContent = words;
}

function contentOf(part) {
  const facts = part.name === sandbox ? [] : [processOf(part), restartsOf(part)];
  return [
    element('h3', {}, part.name),
    element('p', { className: 'status' }, part.status),
    ...facts.map((words) => element('p', {}, words)),
  ];
}

function processOf({ pid, since, breakable, origin }) {
  if (origin === 'real') return 'the real one';
  if (!breakable) return 'in the sandbox';
  return pid === null ? 'no process' : `pid ${pid}`;
}

function restartsOf({ since, restarts, breakable, origin }) {
  if (!breakable) return origin === 'real' ? 'not asked' : 'emulator';
  const times = `${restarts} restart${restarts === 1 ? '' : 's'}`;
  return since === null ? times : `${age(since)}, ${times}`;
}

/** As people say it: 40 s, 12 min, 3 h. */
function age(since) {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(since)) / 1_000));
  if (seconds < 60) return `${seconds - (seconds % 5)} s`;
  return seconds < 3_600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3_600)} h`;
}

const formOf = (part) => [part.status, processOf(part), restartsOf(part)].join();
