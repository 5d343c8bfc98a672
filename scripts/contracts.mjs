import { install, node, run } from './setup.mjs';

await install();
const written = await run(node, ['packages/shared/testing/contracts/renew.ts']);
process.exitCode = written || (await run('oxfmt', ['packages/shared/test/contracts/contracts.json']));
