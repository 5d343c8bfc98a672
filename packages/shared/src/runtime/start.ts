import { ConfigError } from './config.ts';
import { describe } from './errors.ts';

/**
 * Runs a service's main and ends the process: status 0 after a clean stop, 1 after a failure, which is told in words
 * on stderr. Only main.ts files call it.
 */
export async function start(main: () => Promise<void>): Promise<never> {
  try {
    await main();
    return process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : `stopped: ${describe(error)}`}\n`);
    return process.exit(1);
  }
}
