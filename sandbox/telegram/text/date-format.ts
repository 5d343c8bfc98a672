/**
 * How a moment is shown: `r` alone (as in "in 2 hours"), or any of `w` (day of the week), `d` or `D` (short or long
 * date) and `t` or `T` (short or long time), which the server gives back in this order. Undefined for anything else.
 */
export function checkedFormat(format: string): string | undefined {
  if (format === 'r' || format === 'R') return 'r';
  if (!/^[tTdDwW]*$/.test(format)) return undefined;
  const first = (short: string, long: string) => {
    if (format.includes(short)) return short;
    return format.includes(long) ? long : '';
  };
  return `${/w/i.test(format) ? 'w' : ''}${first('d', 'D')}${first('t', 'T')}`;
}
