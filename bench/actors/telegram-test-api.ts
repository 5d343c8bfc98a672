// Not by the package's entry: what its types call the default export is at run time the module itself.
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { freePort } from '../../sandbox/infrastructure/child.ts';

/** The peer of the Telegram emulator, from npm; its first line says where it is. */
const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
await server.start();
console.log(JSON.stringify({ url: server.config.apiURL, botToken: '7000000001:bench' }));
