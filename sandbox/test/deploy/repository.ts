import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BotConfig } from '../../../services/bot/src/config.ts';
import { expiryConfig } from '../../../services/expiry/src/config.ts';
import { syncConfig } from '../../../services/sync/src/config.ts';

export const repository = join(import.meta.dirname, '../../..');
export const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

export const services = ['bot', 'sync', 'expiry'] as const;
export type Service = (typeof services)[number];

/** What each service reads from its environment. */
export const configOf: Record<Service, z.ZodObject> = { bot: BotConfig, sync: syncConfig, expiry: expiryConfig };

/** The variables without which a service does not start. */
export const requiredBy = (service: Service): string[] =>
  Object.entries(configOf[service].shape)
    .filter(([, variable]) => !z.safeParse(variable, undefined).success)
    .map(([name]) => name);

const Manifest = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** A package.json. */
export const manifestOf = (folder: string) => Manifest.parse(JSON.parse(textOf(join(folder, 'package.json'))));

/** The variables that .env.example names. */
export const documentedVariables = (): Set<string> =>
  new Set([...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name));
