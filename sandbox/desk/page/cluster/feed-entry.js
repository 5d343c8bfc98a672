import { element } from '../element.js';

const kinds = {
  command: 'command',
  reply: 'answer',
  event: 'event',
  cache: 'cache',
  other: 'message',
  sandbox: 'sandbox',
};

/** One entry: a line, which opens to show the payload. */
export function feedItem(entry) {
  const item = element('li', {}, entry.body === '' ? lineOf(entry, 'p') : openable(entry));
  item.dataset.kind = entry.kind;
  // What the filter looks through.
  item.dataset.words = [kinds[entry.kind], entry.subject, entry.says, entry.body].join('\n').toLowerCase();
  return item;
}

function openable(entry) {
  const box = element('details', {}, lineOf(entry, 'summary'));
  box.ontoggle = () => {
    if (box.open && !box.querySelector('pre')) box.append(payload(entry));
  };
  return box;
}

function lineOf({ at, kind, subject, says }, tag) {
  const time = new Date(at);
  const shown = `${time.toLocaleTimeString('en-GB')}.${String(time.getMilliseconds()).padStart(3, '0')}`;
  return element(
    tag,
    { className: 'line' },
    element('time', { dateTime: at }, shown),
    element('span', { className: 'kind' }, kinds[kind]),
    kind === 'sandbox' ? null : element('code', {}, subject),
    element('span', { className: 'says' }, says),
  );
}

function payload({ body, bytes }) {
  const rest = bytes - new TextEncoder().encode(body).length;
  return element('pre', { tabIndex: 0 }, pretty(body), rest > 0 ? `\n… and ${rest} more bytes` : null);
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Not JSON, or cut: it is shown as it came.
    return body;
  }
}
