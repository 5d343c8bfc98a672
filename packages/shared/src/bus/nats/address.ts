import type { ConnectionOptions } from '@nats-io/transport-node';

/** What the client needs for an address like `nats://user:password@host:4222`: it reads no login from it by itself. */
export function optionsFor(address: string): ConnectionOptions {
  const { protocol, username, password } = new URL(address);
  const server = { servers: serverOf(address), ...(protocol === 'tls:' && { tls: {} }) };
  if (!username) return server;
  const user = decodeURIComponent(username);
  return password ? { ...server, user, pass: decodeURIComponent(password) } : { ...server, token: user };
}

/** Host and port, without the login, as logs may show it. */
export function serverOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `${hostname}:${port || 4222}`;
}
