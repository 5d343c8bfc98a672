import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { aborted } from './aborted.ts';
import { type Health, lookAt } from './health.ts';
import type { Logger } from './log.ts';
import type { Registry } from './metrics.ts';
import type { Service } from './service.ts';

type HttpOptions = {
  host: string;
  port: number;
  /** The variable that sets the port, for the error when it is taken. */
  portVariable: string;
  health: Health;
  metrics: Registry;
  log: Logger;
  /** Further routes of this service. */
  routes?: (app: FastifyInstance) => void;
};

/**
 * The HTTP side of a service: /live (the process turns), /ready (it can work), /health (each part, 503 when one is
 * not ok) and /metrics (Prometheus).
 */
export function httpService({ host, port, portVariable, health, metrics, log, routes }: HttpOptions): Service {
  return {
    name: 'http',
    async run(signal) {
      const quiet: FastifyBaseLogger = log.child({ component: 'http' }, { level: 'warn' });
      const app = fastify({
        loggerInstance: quiet,
        forceCloseConnections: true,
      });
      app.get('/live', () => ({ status: 'ok' }));
      app.get('/ready', (_request, reply) => reply.code(health.ready() ? 200 : 503).send({ ready: health.ready() }));
      app.get('/health', async (_request, reply) => {
        const report = await lookAt(health);
        return reply.code(report.status === 'ok' ? 200 : 503).send(report);
      });
      app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
      routes?.(app);
      const address = await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        throw new Error(`port ${port} is taken: is another instance running? Set ${portVariable} to a free port`, {
          cause: error,
        });
      });
      log.info({ address }, 'listening');
      await aborted(signal);
      await app.close();
    },
  };
}
