import { element } from '../element.js';

/**
 * Text with the Bot API's entities as nodes. Offsets count UTF-16 units, as JavaScript does. Entities nest and never
 * cross. `send` is called with a command that is clicked.
 */
export function formatted(text, entities, send) {
  const outerFirst = (a, b) => a.offset - b.offset || b.length - a.length;
  return part({ text, from: 0, to: text.length, left: entities.toSorted(outerFirst), send });
}

/** Takes from `left` what begins before `to`. */
function part({ text, from, to, left, send }) {
  const nodes = [];
  let at = from;
  while (left.length > 0 && left[0].offset < to) {
    const entity = left.shift();
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = part({ text, from: entity.offset, to: end, left, send });
    nodes.push(wrap(entity, inner, { said: text.slice(entity.offset, end), send }));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

function wrap(entity, inner, { said, send }) {
  switch (entity.type) {
    case 'text_link':
      return link(entity.url, inner);
    case 'url':
      return link(said, inner);
    case 'bot_command':
      return element('button', { type: 'button', className: 'command', onclick: () => send(said) }, ...inner);
    case 'spoiler':
      return spoiler(inner);
    default:
      return element(tags[entity.type] ?? 'span', {}, ...inner);
  }
}

/** Only addresses of the web: a bot must not run scripts here. */
function link(address, inner) {
  const href = URL.canParse(address) ? address : `https://${address}`;
  if (!/^https?:/.test(href)) return element('span', {}, ...inner);
  return element('a', { href, target: '_blank', rel: 'noreferrer' }, ...inner);
}

function spoiler(inner) {
  const hidden = element('span', { className: 'spoiler', role: 'button', tabIndex: 0, title: 'Show' }, ...inner);
  const show = () => hidden.setAttribute('open', '');
  hidden.onclick = show;
  hidden.onkeydown = ({ key }) => {
    if (key === 'Enter') show();
  };
  return hidden;
}
