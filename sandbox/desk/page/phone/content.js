import { element } from '../element.js';
import { amount } from './buttons.js';

/** What a message has beside words: a picture, a file, a place, a contact, an invoice. As nodes, none for mere words. */
export function contentOf(message, act) {
  const { photo, document: file, location, contact, invoice } = message;
  return [
    photo && picture(photo, message, act),
    file && fileCard(file, act),
    location && card('◎', 'Place', `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`),
    contact && card('☎', [contact.first_name, contact.last_name].filter(Boolean).join(' '), contact.phone_number),
    invoice && card('★', invoice.title, invoice.description, amount(invoice.total_amount, invoice.currency)),
  ].filter(Boolean);
}

function picture({ path, width, height }, { caption, from }, act) {
  const alt = caption ? '' : `Picture from ${from === 'bot' ? 'the bot' : 'you'}`;
  return element('img', { src: act.address(path), width, height, alt, loading: 'lazy' });
}

function fileCard({ file_id: id, name, bytes, media_type: type }, act) {
  const href = act.file(id);
  const link = element('a', { href, className: 'card', onclick: (event) => download(event, { href, name }) });
  const about = [size(bytes), type].filter(Boolean).join(' · ');
  link.append(face('▤'), element('span', {}, element('strong', {}, name ?? 'File'), element('small', {}, about)));
  return link;
}

/** A link to another origin would open the file in place of the desk; so its bytes are fetched and handed over. */
async function download(event, { href, name = 'file' }) {
  event.preventDefault();
  const address = URL.createObjectURL(await (await fetch(href)).blob());
  element('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

function card(symbol, title, ...lines) {
  const words = lines.filter(Boolean).map((line) => element('small', {}, line));
  return element(
    'div',
    { className: 'card' },
    face(symbol),
    element('span', {}, element('strong', {}, title), ...words),
  );
}

const face = (symbol) => element('span', { className: 'symbol', 'aria-hidden': 'true' }, symbol);

function size(bytes) {
  if (bytes === undefined) return '';
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
