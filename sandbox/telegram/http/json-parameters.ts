/**
 * The members of a JSON body. As on the official server (source), a broken one is no error: what stands before the
 * break counts, and a body that is no object has no members. A body that is one string is the parameter `content`.
 */
export function parseJsonParameters(text: string): [name: string, value: unknown][] {
  const whole = parsed(text);
  if (typeof whole === 'string') return [['content', whole]];
  // An array's members have no names.
  if (whole !== undefined) return isObjectText(text) ? Object.entries(Object(whole)) : [];
  return isObjectText(text) ? membersBeforeBreak(text) : [];
}

const isObjectText = (text: string): boolean => /^\s*\{/.test(text);

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const member = /\s*("(?:[^"\\]|\\.)*")\s*:\s*/y;
const next = /\s*(?:,|(?=\}))/y;

function membersBeforeBreak(text: string): [string, unknown][] {
  const members: [string, unknown][] = [];
  let at = text.indexOf('{') + 1;
  for (;;) {
    member.lastIndex = at;
    const name = parsed(member.exec(text)?.[1] ?? '');
    if (typeof name !== 'string') return members;
    const from = member.lastIndex;
    const to = endOfValue(text, from);
    const value = parsed(text.slice(from, to));
    if (value === undefined) return members;
    members.push([name, value]);
    next.lastIndex = to;
    if (!next.test(text)) return members;
    at = next.lastIndex;
  }
}

const token = /"(?:[^"\\]|\\.)*"|[[\]{},]|[^"[\]{},]+|"/y;

/** Where a value ends that begins at `from`, if it is one. */
function endOfValue(text: string, from: number): number {
  token.lastIndex = from;
  for (let depth = 0; ;) {
    const found = token.exec(text)?.[0];
    if (found === undefined) return text.length;
    if (found === '{' || found === '[') depth += 1;
    if (found === '}' || found === ']') depth -= 1;
    if (depth <= 0) return token.lastIndex;
  }
}
