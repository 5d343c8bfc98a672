import { parse } from 'yaml';
import { z } from 'zod';
import { textOf } from './repository.ts';

const Environment = z.record(z.string(), z.union([z.string(), z.number()]).transform(String));

const Container = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).default([]),
  restart: z.string(),
  mem_limit: z.string().optional(),
  cpus: z.number().optional(),
  environment: Environment.default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
export type Container = z.output<typeof Container>;

const ComposeFile = z.object({
  services: z.record(z.string(), Container),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

export const composeText = textOf('docker-compose.yml');
export const compose = ComposeFile.parse(parse(composeText, { merge: true }));

/** The container of this name. Throws when there is none. */
export function container(name: string): Container {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no ${name}`);
  return found;
}

/** `text` as compose would give it to the container, with `${NAME:-default}` and `${NAME:?…}` filled from `env`. */
export const interpolated = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest = '') => {
    const value = env[name];
    if (value) return value;
    if (kind === '-') return rest;
    throw new Error(`${name} is not set`);
  });
