import { element, find, pause } from './element.js';

const lookEveryMs = 3_000;
const services = [
  { name: 'bot', does: 'talks to people' },
  { name: 'sync', does: 'keeps sheet and database equal' },
  { name: 'expiry', does: 'watches deadlines' },
];
const words = { ok: 'well', degraded: 'in trouble', away: 'away' };

/** How the three services are, as their own /health says. */
export async function followHealth() {
  const list = find('.services');
  list.replaceChildren(...services.map(() => element('li')));
  for (;;) {
    await Promise.all(services.map(async (service, index) => show(list.children[index], service, await look(service))));
    await pause(document.hidden ? lookEveryMs * 4 : lookEveryMs);
  }
}

async function look({ name }) {
  try {
    return await (await fetch(`/health/${name}`)).json();
  } catch (error) {
    return { status: 'away', detail: error.message };
  }
}

/** What is wrong, in the service's words; when all is well, what it leans on. */
function show(item, { name, does }, { status, checks = {}, detail }) {
  const failing = Object.entries(checks).filter(([, { ok }]) => !ok);
  const wrong = failing.map(([check, result]) => `${check}: ${result.detail}`).join(' · ');
  const text = status === 'ok' ? `${does} · ${Object.keys(checks).join(', ')}` : wrong || detail || 'does not answer';
  const line = element('p', {}, text);
  const title = element('h3', {}, name, element('span', {}, words[status] ?? status));
  if (item.dataset.status === status && item.lastElementChild?.textContent === text) return;
  item.dataset.status = status;
  item.replaceChildren(title, line);
}
