import test from 'ava';
import { optionsFor, serverOf } from '@opsheet/shared/bus/nats/address';

test('an address without a port is at 4222', (t) => {
  t.deepEqual(optionsFor('nats://nats'), { servers: 'nats:4222' });
});

test('a login in an address is taken out of it, and decoded', (t) => {
  t.deepEqual(optionsFor('nats://ann:p%40ss@10.0.0.1:4333'), { servers: '10.0.0.1:4333', user: 'ann', pass: 'p@ss' });
  t.is(serverOf('nats://ann:p%40ss@10.0.0.1:4333'), '10.0.0.1:4333');
});

test('a name alone is a token', (t) => {
  t.deepEqual(optionsFor('nats://t0ken@nats:4222'), { servers: 'nats:4222', token: 't0ken' });
});

test('an address that starts with tls:// asks for encryption', (t) => {
  t.deepEqual(optionsFor('tls://nats.example'), { servers: 'nats.example:4222', tls: {} });
});
