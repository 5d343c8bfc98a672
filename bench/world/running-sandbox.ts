import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../../sandbox/endpoints.ts';
import { startSandbox } from '../../sandbox/test/running-sandbox.ts';
import { temporaryFolder } from './servers.ts';

/** All that `npm start` starts, with data of its own and these variables in its `.env`; gives where everything is now. */
export async function runningSandbox(
  stack: AsyncDisposableStack,
  variables: Readonly<Record<string, string>> = {},
): Promise<() => Endpoints> {
  const folder = await temporaryFolder(stack);
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, '.env'), lines.join(''));
  const owner = {
    teardown: (finish: () => unknown) =>
      stack.defer(async () => {
        await finish();
      }),
  };
  const { endpoints } = await startSandbox(owner, folder);
  return endpoints;
}
