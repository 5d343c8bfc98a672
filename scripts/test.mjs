import { install, node, run } from './setup.mjs';

await install();
process.exitCode = await run(node, ['sandbox/with-servers.ts', 'ava', ...process.argv.slice(2)]);
