/** One line for a person: the message of an error and of what caused it, unless it says the same again. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return messageOf(error);
  const inner = error instanceof AggregateError ? error.errors.map(describe).join('; ') : undefined;
  const own = error.message || inner || error.name;
  const cause = error.cause === undefined ? '' : describe(error.cause);
  return own.includes(cause) ? own : `${own}: ${cause}`;
}

/** Google's client gives the parsed body of an answer as the cause: no Error, but with a message. */
function messageOf(thrown: unknown): string {
  const isObject = typeof thrown === 'object' && thrown !== null;
  return isObject && 'message' in thrown ? String(thrown.message) : String(thrown);
}
