import type { ParsedEntity } from '../entity.ts';
import { checkHttpLink, type CheckedLink } from './http-link.ts';
import { mentionedUser } from './tg-link.ts';

/** A web link, or one that an app of Telegram opens (`tg:`, `ton:`, `tonsite:`). */
export function checkLink(link: string): CheckedLink {
  const [, scheme = '', rest = ''] = /^(tg|ton|tonsite):(?:\/\/)?(.*)$/is.exec(link) ?? [];
  if (scheme === '') return checkHttpLink(link);
  const [, host = '', query = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  if (host === '') return { problem: 'URL host is empty' };
  if (!/^[\w-]+$/.test(scheme.toLowerCase() === 'tonsite' ? host.replaceAll('.', '') : host)) {
    return { problem: 'Unallowed characters in URL host' };
  }
  return { url: `${scheme.toLowerCase()}://${host.toLowerCase()}${query === '' ? '/' : query}` };
}

/** As `checkLink`, where a link that is none is no error. */
export function checkedLink(link: string): string | undefined {
  const checked = checkLink(link);
  return 'url' in checked ? checked.url : undefined;
}

/** A link to a person is a mention; to what is no address, nothing. */
export function linkEntity(link: string, span: { offset: number; length: number }): ParsedEntity | undefined {
  const userId = mentionedUser(link);
  if (userId !== undefined) return { type: 'text_mention', ...span, userId };
  const url = checkedLink(link);
  return url === undefined ? undefined : { type: 'text_link', ...span, url };
}
