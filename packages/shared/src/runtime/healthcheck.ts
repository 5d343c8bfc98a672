import { describe } from './errors.ts';

/**
 * `node packages/shared/src/runtime/healthcheck.ts http://127.0.0.1:9000/ready`: asks a service by HTTP, prints its
 * answer and ends with 0 when that is a good one, else with 1. For containers, which have no curl, and for cron.
 */
const address = process.argv[2] ?? '';

async function ask(): Promise<{ ok: boolean; words: string }> {
  if (!URL.canParse(address))
    return { ok: false, words: `"${address}" is no address: give one like http://127.0.0.1:9000/ready` };
  try {
    // oxlint-disable-next-line no-restricted-globals -- this command is itself an adapter
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    return { ok: response.ok, words: await response.text() };
  } catch (error) {
    return { ok: false, words: `nothing answers at ${address}: ${describe(error)}` };
  }
}

const { ok, words } = await ask();
process.stdout.write(`${ok ? 'OK' : 'ERROR'}: ${words}\n`);
process.exitCode = ok ? 0 : 1;
