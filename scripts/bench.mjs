import { install, node, run } from './setup.mjs';

await install();
process.exitCode = await run(node, ['bench/main.ts', ...process.argv.slice(2)]);
