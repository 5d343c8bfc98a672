import { once } from 'node:events';
import { createServer } from 'node:net';
import { ConfigError } from '@opsheet/shared/runtime/config';
import { freePort } from './infrastructure/child.ts';

/** Whether `port` of 127.0.0.1 can be listened on now. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) {
      return false;
    }
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}

type Wish = { name: string; port: number; say: (line: string) => void };

/** The port itself when it is free, else another, which is said. 0 means any. */
export async function portOrFree({ name, port, say }: Wish): Promise<number> {
  if (port === 0) return freePort();
  if (await isFree(port)) return port;
  const other = await freePort();
  say(`port ${port} is taken: ${name} takes ${other}`);
  return other;
}

/** A port that was asked for is that one or an error; the usual 4800 may be another. */
export async function deskPort(asked: number | undefined, say: Wish['say']): Promise<number> {
  if (asked === undefined) return portOrFree({ name: 'the desk', port: 4800, say });
  if (asked === 0 || (await isFree(asked))) return asked;
  throw new ConfigError(`port ${asked} is taken: give the desk another by --port N, or leave --port out`);
}
