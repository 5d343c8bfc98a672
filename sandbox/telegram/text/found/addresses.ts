import type { ParsedEntity } from '../entity.ts';
import { withoutTail } from '../tail.ts';
import { isCommonDomain } from './domain.ts';

const scheme = String.raw`(?:(?:https?|ftp|tonsite):\/\/)?`;
const user = String.raw`(?:[^\s/[\]{}()'\x60<>"@«»]{1,256}@)?`;
const host = String.raw`[\p{L}\p{M}\p{N}_~-]+(?:\.[\p{L}\p{M}\p{N}_~-]+)+`;
const rest = String.raw`(?::\d{1,5}(?!\d))?(?:[/?#][^\s<>"«»]*)?`;
const address = new RegExp(String.raw`(?<![\p{L}\p{N}_/#@.~-])${scheme}${user}${host}${rest}`, 'giu');
const tgAddress = /\b(?:tg|ton|tonsite):\/\/[a-z0-9_-]{1,253}(?:[/?#][^\s<>"«»]*)?/gi;

/** From the server's rule: up to eleven short parts before the @, up to six before the last one of the domain. */
const email = /^(?:[\w-]{0,26}[.+]){0,10}[\w-]{1,35}@(?:[a-z0-9](?:[\w-]{0,28}[a-z0-9])?\.){1,6}[a-z]{2,8}$/i;

/** Web addresses, with or without a scheme, and e-mail addresses. */
export function findAddresses(text: string): ParsedEntity[] {
  const found = [...text.matchAll(address)].flatMap(({ 0: whole, index }) => entityOf(whole, index));
  const inApp = [...text.matchAll(tgAddress)].map(({ 0: whole, index }) => ({
    type: 'url',
    offset: index,
    length: addressOnly(whole).length,
  }));
  return [...found, ...inApp];
}

function entityOf(whole: string, offset: number): ParsedEntity[] {
  const mailto = /^mailto:/.exec(whole)?.[0] ?? '';
  const mail = whole.slice(mailto.length);
  if (email.test(mail)) return [{ type: 'email', offset: offset + mailto.length, length: mail.length }];
  const url = addressOnly(whole);
  const [, prefix = '', name = ''] = /^((?:\w+:\/\/)?(?:[^/?#@]*@)?)([^/?#:]*)/.exec(url) ?? [];
  return isAddressOf(name, prefix.includes('://')) ? [{ type: 'url', offset, length: url.length }] : [];
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that was opened before the address. */
function addressOnly(url: string): string {
  const start = /[/?#]/.exec(url.replace(/^\w+:\/\//, (found) => 'x'.repeat(found.length)))?.index ?? url.length;
  const path = withoutTail(url.slice(start, start + balancedLength(url.slice(start))), ".:;,('?!`");
  const isBare = path === '' || path === '#';
  return url.slice(0, start) + (isBare ? '' : path);
}

const opening = '([{';
const closing = ')]}';

function balancedLength(path: string): number {
  const depths = [0, 0, 0];
  for (let at = 0; at < path.length; at += 1) {
    const opened = opening.indexOf(path.charAt(at));
    const closed = closing.indexOf(path.charAt(at));
    if (opened >= 0) depths[opened] = (depths[opened] ?? 0) + 1;
    if (closed >= 0) depths[closed] = (depths[closed] ?? 0) - 1;
    if (depths.some((depth) => depth < 0)) return at;
  }
  return path.length;
}

function isAddressOf(name: string, hasScheme: boolean): boolean {
  const parts = name.split('.');
  if (parts.some((part) => part.length === 0 || part.length > 63 || part.endsWith('-'))) return false;
  const isNumeric = parts.every((part) => /^\d+$/.test(part));
  if (isNumeric) return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && +part < 256);
  const top = parts.at(-1) ?? '';
  if (top.length < 2 || parts.at(-2)?.includes('_')) return false;
  if (/^xn--[a-z0-9]+$/i.test(top)) return true;
  return !/[_-]/.test(top) && (hasScheme || isCommonDomain(top));
}
