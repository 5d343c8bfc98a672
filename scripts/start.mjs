import { install, node, run } from './setup.mjs';

await install();
process.exitCode = await run(node, ['sandbox/main.ts', ...process.argv.slice(2)]);
