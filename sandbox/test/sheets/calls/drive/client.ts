import type { ExecutionContext } from 'ava';
import { auth, drive } from '@googleapis/drive';
import type { drive_v3 } from '@googleapis/drive';
import type { SheetsEmulator, SheetsOptions } from '../../../../sheets/emulator.ts';
import { emulatorFor } from '../../workbook.ts';

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const folderType = 'application/vnd.google-apps.folder';

export type DriveClient = {
  emulator: SheetsEmulator;
  /** Google's own client, as `user`. */
  as: (user: string) => drive_v3.Drive;
  /** The same as `owner@example.test`. */
  api: drive_v3.Drive;
  /** Makes a workbook, and gives its id. */
  make: (name: string, more?: drive_v3.Schema$File) => Promise<string>;
  /** The names of the files that a search finds. */
  names: (options: drive_v3.Params$Resource$Files$List) => Promise<(string | null | undefined)[]>;
};

export async function driveFor(t: ExecutionContext, options: Partial<SheetsOptions> = {}): Promise<DriveClient> {
  const emulator = await emulatorFor(t, options);
  const as = (user: string) => {
    const client = new auth.OAuth2();
    client.setCredentials({ access_token: user });
    return drive({ version: 'v3', rootUrl: `${emulator.url}/`, auth: client, retry: false });
  };
  const api = as('owner@example.test');
  return {
    emulator,
    as,
    api,
    async make(name, more = {}) {
      const { data } = await api.files.create({ requestBody: { name, mimeType: spreadsheetType, ...more } });
      return data.id ?? '';
    },
    async names(search) {
      const { data } = await api.files.list(search);
      return (data.files ?? []).map((file) => file.name);
    },
  };
}
