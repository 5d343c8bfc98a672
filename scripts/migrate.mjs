import { install, node, run } from './setup.mjs';

await install();
// DATABASE_URL from the shell, else from .env, as the services of docker-compose.yml and systemd get it from a file.
process.exitCode = await run(node, [
  '--env-file-if-exists=.env',
  'packages/shared/src/database/migrate-command.ts',
  ...process.argv.slice(2),
]);
