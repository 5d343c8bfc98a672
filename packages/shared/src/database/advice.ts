/**
 * What an operator does about an error of the PostgreSQL at `url`, or null when it is of a kind that has no usual
 * remedy. `url` is named without its password.
 */
export function adviceFor(error: unknown, url: string): string | null {
  const code = codeOf(error);
  const remedy = code === null ? undefined : remedies[code];
  if (remedy === undefined) return null;
  const { hostname, port, pathname, username } = new URL(url);
  const place = { server: `${hostname}:${port || 5432}`, database: pathname.slice(1), user: username };
  return remedy(place);
}

type Place = { server: string; database: string; user: string };

const away = ({ server }: Place) =>
  `PostgreSQL does not answer at ${server}: start it, or correct host and port in DATABASE_URL`;
const refused = ({ server, user }: Place) =>
  `PostgreSQL at ${server} refuses the user "${user}" with this password: correct them in DATABASE_URL`;

/** By the code of Node's network errors and of PostgreSQL (appendix A of its manual). */
const remedies: Readonly<Record<string, (place: Place) => string>> = {
  ECONNREFUSED: away,
  ECONNRESET: away,
  EHOSTUNREACH: away,
  ETIMEDOUT: away,
  ENOTFOUND: ({ server }) => `The host of ${server} is not known: correct it in DATABASE_URL`,
  EAI_AGAIN: ({ server }) => `The host of ${server} is not known now: correct it in DATABASE_URL, or look at the DNS`,
  '28P01': refused,
  '28000': refused,
  '3D000': ({ server, database, user }) =>
    `PostgreSQL at ${server} has no database "${database}": make it with \`create database ${database} owner ${user}\``,
  '42501': ({ database, user }) =>
    `The user "${user}" may not make tables in "${database}": make it the owner with \`alter database ${database} owner to ${user}\``,
  '42P01': ({ database }) => `The database "${database}" lacks tables of this version: run \`npm run migrate\``,
  '57P03': ({ server }) => `PostgreSQL at ${server} is just starting: try again in a moment`,
};

/** The first code in an error, its causes and, where several addresses were tried, its parts. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.message === 'Connection terminated due to connection timeout') return 'ETIMEDOUT';
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.map(codeOf).find((code) => code !== null) ?? null;
}
