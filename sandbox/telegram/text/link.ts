/** The link as Telegram keeps it (`http://` before a bare host, `/` after one), or undefined where it is none. */
export function checkedLink(link: string): string | undefined {
  const trimmed = link.trim();
  if (/^(tg|ton|tonsite):/i.test(trimmed)) return trimmed;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const reachable = url.hostname.includes('.') || url.hostname === 'localhost';
  return web && reachable ? url.href : undefined;
}
