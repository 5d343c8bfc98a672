import { button, element, find } from '../element.js';
import { inquire } from '../inquiry.js';

/** The faults that no call has met yet, of both emulators, with a button that forgets them. */
export function waitingFaults({ sheets, telegram, origins }) {
  const sources = [
    origins.sheets === 'real' ? undefined : { name: 'Sheets', address: `${sheets}/control/faults` },
    origins.telegram === 'real' ? undefined : { name: 'Telegram', address: `${telegram}/control/faults` },
  ].filter(Boolean);
  const box = find('.waiting');
  const list = element('ul');
  box.replaceChildren(element('strong', {}, 'Waiting'), list, button('Clear all', clear));

  async function look() {
    const found = await Promise.all(sources.map(waitingAt));
    const lines = found.flat();
    box.hidden = lines.length === 0;
    const form = lines.join('\n');
    if (box.dataset.form === form) return;
    box.dataset.form = form;
    list.replaceChildren(...lines.map((line) => element('li', {}, line)));
  }

  async function clear() {
    await Promise.all(sources.map(({ address }) => inquire(address, { method: 'DELETE' })));
    await look();
    find('#breaking').focus();
  }

  return { look };
}

async function waitingAt({ name, address }) {
  try {
    const { faults } = await inquire(address);
    return faults.map(({ fault, times }) => `${name}: ${inWords(fault)}${times > 1 ? `, ${times} times` : ''}`);
  } catch (error) {
    return [`${name}: ${error.message}`];
  }
}

function inWords(fault) {
  if (fault.status) return `answer ${fault.status}${fault.when === 'after' ? ' after the effect' : ''}`;
  if (fault.drop) return `connection cut ${fault.drop} the effect`;
  if (fault.delayMs) return `${fault.delayMs / 1_000} s slower`;
  if (fault.duplicateUpdate) return 'the next update twice';
  if (fault.hook) return `somebody edits ${fault.when} the call (${Object.keys(fault.hook[0])[0]})`;
  return JSON.stringify(fault);
}
