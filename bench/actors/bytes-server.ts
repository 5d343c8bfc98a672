import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A bare node:http server: it gives back from memory the bytes that were last put. What it takes no emulator can go below. */
let bytes = Buffer.alloc(0);

const server = createServer((request, response) => {
  if (request.method !== 'PUT') {
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(bytes);
    return;
  }
  buffer(request).then(
    (body) => {
      bytes = body;
      response.writeHead(204).end();
    },
    (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
  );
});

server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }));
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
