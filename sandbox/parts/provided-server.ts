import type { Supervised } from '../supervisor/supervise.ts';

/** A server that the services lean on. `process` is null where `.env` names a real one. */
export type ProvidedServer = { readonly url: string; readonly process: Supervised | null };
