import { findNatsServer, type NatsServer, startNatsServer } from '../infrastructure/nats.ts';
import { supervise } from '../supervisor/supervise.ts';
import type { ProvidedServer } from './provided-server.ts';
import type { Stage } from './stage.ts';

/** NATS: the real one, or a server which is kept alive. */
export async function provideNats(stage: Stage, stack: AsyncDisposableStack): Promise<ProvidedServer> {
  const { settings, folder, processes, say, clock } = stage;
  if (settings.natsUrl !== undefined) return { url: settings.natsUrl, process: null };
  const binary = await findNatsServer({ progress: say });
  say('nats-server: starting');
  let server: NatsServer | undefined;
  const process = stack.use(
    await supervise({
      name: 'nats-server',
      say,
      clock,
      // The same port each time: the services know it.
      async start() {
        const port = server?.port ?? 0;
        // It has ended: this clears away what it left in the folder for temporary files.
        await server?.stop();
        server = await startNatsServer({ binary, port: port, storeDir: folder.nats, ownGroup: true });
        const { pid, ended, stop } = server;
        return { pid, ended: ended.then(() => 'by itself or by a signal'), stop: () => stop() };
      },
      started: (pid) => processes.note('nats-server', pid),
    }),
  );
  if (!server) throw new Error('nats-server was started, and is not there');
  return { url: server.url, process };
}
