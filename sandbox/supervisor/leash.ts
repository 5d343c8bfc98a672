import { Socket } from 'node:net';

/**
 * Loaded into a service before its main (`node --import`). File descriptor 3 is a pipe that the parent holds open: it
 * ends when the parent dies, even by SIGKILL, and then the service stops as if it had been told to. So nothing is left
 * running, and a service knows nothing of the sandbox.
 */
const graceMs = 3_500;

const leash = new Socket({ fd: 3 });
leash.once('close', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref();
});
leash.resume();
leash.unref();
