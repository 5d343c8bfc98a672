import { z } from 'zod';

/** The settings of this process are wrong. The message lists every problem, a line each, with what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads settings from the environment by `schema`, whose keys are the variables' names. An empty variable counts as
 * absent. Throws ConfigError with all problems at once.
 */
export function readConfig<S extends z.ZodType>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(all)'}: ${issue.message}`);
  throw new ConfigError(
    `The configuration has ${lines.length} problem(s):\n${lines.join('\n')}\nSee .env.example for every variable.`,
  );
}

/** A port number; 0 lets the system choose. */
const portRule = 'must be a port number, 0 to 65535';
export const Port = z.coerce.number(portRule).int(portRule).min(0, portRule).max(65535, portRule);

/** Node's timers take no more than 24.8 days, and fire at once when asked to. */
const longestSeconds = 7 * 86_400;

/** Seconds, at least `min` and at most a week. */
export const Seconds = (min: number) =>
  z.coerce
    .number(`must be a number of seconds, ${min} or more`)
    .min(min, `must be ${min} or more seconds`)
    .max(longestSeconds, `must be ${longestSeconds} (a week) or fewer seconds`);

/** A required text with its purpose in the error, e.g. required('the address of PostgreSQL, postgres://…'). */
export const required = (purpose: string) =>
  z.string(`is missing: set it to ${purpose}`).min(1, `is empty: set it to ${purpose}`);

/** A required URL with one of the given schemes. */
export const url = (purpose: string, schemes: readonly string[]) =>
  required(purpose).refine(
    (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)),
    `is not a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}: set it to ${purpose}`,
  );

/** Settings that every service has. */
export const baseConfig = z.object({
  DATABASE_URL: url('the address of PostgreSQL, postgres://user:password@host:5432/opsheet', [
    'postgres',
    'postgresql',
  ]),
  NATS_URL: url('the address of the NATS server, nats://host:4222', ['nats', 'tls']),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
  LOG_DIR: z.string().default('logs'),
});
