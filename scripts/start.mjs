import { install, node, run } from './setup.mjs';

await install();
// The leash stops the sandbox when this process is killed.
const leash = ['--import', './sandbox/supervisor/leash.ts'];
process.exitCode = await run(node, [...leash, 'sandbox/main.ts', ...process.argv.slice(2)]);
