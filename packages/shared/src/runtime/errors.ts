/** One line for a person: the message of an error and of what caused it. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors.map(describe).join('; ') : undefined;
  const own = error.message || inner || error.name;
  return error.cause === undefined ? own : `${own}: ${describe(error.cause)}`;
}
