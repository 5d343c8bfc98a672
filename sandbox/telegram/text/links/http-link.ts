import { withoutTail } from '../tail.ts';

/** A link taken apart and put together as the server does, or why it is none. */
export type CheckedLink = { url: string } | { problem: string };

const partCharacters = /^(?:[A-Za-z0-9.\-_!$,~*'();&+=]|%[0-9a-f]{2}|\P{ASCII})*$/iu;

/** A web link: `http://` is put before a bare host and `/` after it, the host's letters are lowered. */
export function checkHttpLink(link: string): CheckedLink {
  const [, scheme, afterScheme = link] = /^([^:/?#@[\]]*):\/\/(.*)$/s.exec(link) ?? [];
  const protocol = scheme?.toLowerCase() ?? 'http';
  if (protocol !== 'http' && protocol !== 'https') return { problem: 'Unsupported URL protocol' };
  const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(afterScheme) ?? [];
  const [, user = '', host = '', port] = /^(?:(.*)@)?(.*?)(?::([^:\]@]*))?$/s.exec(authority) ?? [];
  const portNumber = port === undefined ? undefined : Number(/^\d+$/.test(port) ? port : 0);
  if (portNumber !== undefined && (portNumber < 1 || portNumber > 65_535)) {
    return { problem: 'Wrong port number specified in the URL' };
  }
  const problem = hostProblem(host) ?? (isPart(user.replaceAll(':', '')) ? undefined : wrongPart('userinfo'));
  if (problem !== undefined) return { problem };
  const before = user === '' ? '' : `${user}@`;
  const after = portNumber === undefined ? '' : `:${portNumber}`;
  return { url: `${protocol}://${before}${host.toLowerCase()}${after}${pathOf(path)}` };
}

function hostProblem(host: string): string | undefined {
  if (host === '') return 'URL host is empty';
  if (host === '.') return 'Host is invalid';
  if (/^\[[0-9a-f:.]+\]$/i.test(host)) return undefined;
  if (!isPart(host)) return wrongPart('host');
  return host.includes('.') ? undefined : 'Wrong HTTP URL';
}

function isPart(part: string): boolean {
  return partCharacters.test(part);
}

function wrongPart(name: string): string {
  return `Disallowed character in URL ${name}`;
}

function pathOf(path: string): string {
  const trimmed = withoutTail(path, ' \t\r\n\0\v');
  const escaped = trimmed.replace(/[\p{Cc} ]/gu, (character) => encodeURIComponent(character));
  return escaped.startsWith('/') ? escaped : `/${escaped}`;
}
