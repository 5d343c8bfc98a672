import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

/** As whom sync calls the Sheets emulator. */
export const syncUser = 'sync@opsheet-sandbox.iam.gserviceaccount.example';

/**
 * Makes the key file of a service account for the Sheets emulator, in Google's form, when there is none. The emulator
 * does not verify signatures, but Google's client signs, so the key is a real one.
 */
export async function ensureServiceAccount(file: string): Promise<void> {
  if (existsSync(file)) return;
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const account = {
    type: 'service_account',
    project_id: 'opsheet-sandbox',
    private_key_id: randomBytes(20).toString('hex'),
    private_key: privateKey,
    client_email: syncUser,
    client_id: '100000000000000000001',
  };
  await writeFile(file, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600 });
}
