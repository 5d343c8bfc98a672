import { endOfString, endOfValue, parseJsonText } from './json-text.ts';

/**
 * The members of a JSON body. As on the official server (source), a broken one is no error: what stands before the
 * break counts, and a body that is no object has no members. A body that is one string is the parameter `content`.
 */
export function parseJsonParameters(text: string): [name: string, value: unknown][] {
  const whole = parseJsonText(text);
  if (typeof whole === 'string') return [['content', whole]];
  // An array's members have no names.
  if (!isObjectText(text)) return [];
  return whole === undefined ? membersBeforeBreak(text) : Object.entries(Object(whole));
}

const isObjectText = (text: string): boolean => /^\s*\{/.test(text);

function membersBeforeBreak(text: string): [string, unknown][] {
  const members: [string, unknown][] = [];
  let at = text.indexOf('{') + 1;
  for (;;) {
    const start = skip(text, at, /\s*/y);
    const end = endOfString(text, start);
    const name = text.charAt(start) === '"' ? parseJsonText(text.slice(start, end)) : undefined;
    const from = skip(text, end, /\s*:\s*/y);
    if (typeof name !== 'string' || from === end) return members;
    const to = endOfValue(text, from);
    const value = parseJsonText(text.slice(from, to));
    if (value === undefined) return members;
    members.push([name, value]);
    at = skip(text, to, /\s*,/y);
    if (at === to) return members;
  }
}

/** Past what the sticky `pattern` finds at `at`, if it does. */
function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
