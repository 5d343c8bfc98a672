import { checkedFormat } from '../date-format.ts';

/** The query of a link such as `tg://user?id=42`, undefined for one to another host. */
function queryOf(link: string, host: string): URLSearchParams | undefined {
  const found = new RegExp(`^tg:(?://)?${host}/?\\?([^#]*)`, 'i').exec(link);
  return found ? new URLSearchParams(found[1]) : undefined;
}

/** The person whom `tg://user?id=…` mentions. */
export function mentionedUser(link: string): number | undefined {
  const id = queryOf(link, 'user')?.get('id') ?? '';
  return /^[1-9]\d{0,15}$/.test(id) ? Number(id) : undefined;
}

/** The custom emoji that `tg://emoji?id=…` names. */
export function linkedEmoji(link: string): string | undefined {
  const id = queryOf(link, 'emoji')?.get('id') ?? '';
  return isEmojiId(id) ? id : undefined;
}

export function isEmojiId(id: string): boolean {
  return /^[1-9]\d{0,18}$/.test(id);
}

const lastUnixTime = 2 ** 31 - 1;

/** The moment that `tg://time?unix=…&format=…` names. */
export function linkedTime(link: string): { unix_time: number; date_time_format: string } | undefined {
  const query = queryOf(link, 'time');
  const unix = Number(query?.get('unix'));
  const format = checkedFormat(query?.get('format') ?? '');
  const isTime = Number.isInteger(unix) && unix > 0 && unix <= lastUnixTime;
  return isTime && format !== undefined ? { unix_time: unix, date_time_format: format } : undefined;
}
