/** Nested deeper than this, and the server takes it for no JSON (source). */
const deepest = 100;

/** The value, or undefined (which no JSON stands for) where the text is no JSON. */
export function parseJsonText(text: string): unknown {
  // Walking through each text would take half of the time of a call; few have that many brackets at all.
  if (count(text, '{') + count(text, '[') > deepest && depthOf(text) > deepest) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where the string that begins at `start` is over; past the end of a text that does not close it. */
export function endOfString(text: string, start: number): number {
  // Steps by hand: a pattern would look at a long string again and again, or run out of stack.
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** Where a value is over that begins at `start`, if it is one. */
export function endOfValue(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfWord(text, start);
  for (const { depth, end } of brackets(text, start)) if (depth === 0) return end;
  return text.length;
}

function endOfWord(text: string, start: number): number {
  const word = /[^"[\]{},]*/y;
  word.lastIndex = start;
  word.exec(text);
  return word.lastIndex;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

function depthOf(text: string): number {
  let greatest = 0;
  for (const { depth } of brackets(text, 0)) greatest = Math.max(greatest, depth);
  return greatest;
}

/** Each bracket that is in no string: how deep the text is after it, and where it is over. */
function* brackets(text: string, start: number): Generator<{ depth: number; end: number }> {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    at = character === '"' ? endOfString(text, at) : at + 1;
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else continue;
    yield { depth, end: at };
  }
}
