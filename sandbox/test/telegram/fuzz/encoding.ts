import { gzipSync } from 'node:zlib';
import type { Random } from '../../random.ts';
import { randomPicture, randomText } from './values.ts';

export type Encoded = { query: string; headers: Record<string, string>; body: Buffer };

export type Parameters = Record<string, unknown>;

const noBody = Buffer.alloc(0);
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const asQuery = (parameters: Parameters) =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, textOf(value)]),
  ).toString();

/** In one of the ways that the Bot API takes, and now and then damaged on the way. */
export function encode(random: Random, parameters: Parameters): Encoded {
  const encoded = random.pick([asJson, asJson, asForm, asParts, inQuery])(random, parameters);
  return random.chance(0.9) ? encoded : damage(random, encoded);
}

function asJson(_: Random, parameters: Parameters): Encoded {
  const body = Buffer.from(JSON.stringify(parameters));
  return { query: '', headers: { 'content-type': 'application/json' }, body };
}

function asForm(_: Random, parameters: Parameters): Encoded {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { query: '', headers, body: Buffer.from(asQuery(parameters)) };
}

/** Too long for a head, it goes as a form. */
function inQuery(random: Random, parameters: Parameters): Encoded {
  const query = asQuery(parameters);
  return query.length > 8_000 ? asForm(random, parameters) : { query: `?${query}`, headers: {}, body: noBody };
}

function asParts(random: Random, parameters: Parameters): Encoded {
  const boundary = random.pick(['B', '----x', '"', 'a b']);
  const fields = Object.entries(parameters).map(([name, value]) => part(boundary, `name="${name}"`, textOf(value)));
  const upload = part(
    boundary,
    `name="file"; filename="${random.pick(['a.png', 'a b', '', 'x.constructor'])}"`,
    randomPicture(random),
  );
  const end = Buffer.from(`--${boundary}--\r\n`);
  return {
    query: '',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...fields, upload, end]),
  };
}

function part(boundary: string, directives: string, content: string | Buffer): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; ${directives}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')]);
}

function damage(random: Random, { query, headers, body }: Encoded): Encoded {
  const type = (value: string) => ({ ...headers, 'content-type': value });
  return random.pick<() => Encoded>([
    () => ({ query, headers, body: body.subarray(0, random.below(body.length + 1)) }),
    () => ({ query, headers, body: Buffer.concat([body, Buffer.from(randomText(random))]) }),
    () => ({ query: `${query || '?'}&%ZZ=%&=&chat_id`, headers, body }),
    () => ({ query, headers: type('multipart/form-data'), body }),
    () => ({ query, headers: type('application/xml'), body }),
    () => ({ query, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) }),
    () => ({ query, headers: { ...headers, 'content-encoding': random.pick(['gzip', 'br']) }, body }),
    () => ({ query, headers, body: Buffer.from(Array.from({ length: 40 }, () => random.below(256))) }),
  ])();
}
