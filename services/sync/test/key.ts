import { generateKeyPairSync } from 'node:crypto';

let key: string | undefined;

/** A private key in the form of a service account's; one for the whole file, for making one takes a while. */
export function testKey(): string {
  key ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
  return key;
}
