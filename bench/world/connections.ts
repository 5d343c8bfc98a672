import { Agent, request } from 'node:http';

/** Posts JSON over connections that stay open, as many as are used at once. Rejects with what is no success. */
export type Connections = Disposable & { readonly post: (path: string, body: object) => Promise<unknown> };

export function openConnections(url: string, atOnce: number): Connections {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const content = Buffer.from(JSON.stringify(body));
        const headers = { 'content-type': 'application/json', 'content-length': content.length };
        const sent = request({ hostname, port, path, method: 'POST', headers, agent });
        sent.on('error', reject);
        sent.on('response', (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            if (response.statusCode === 200) resolve(JSON.parse(text));
            else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
          });
        });
        sent.end(content);
      }),
    [Symbol.dispose]: () => agent.destroy(),
  };
}
