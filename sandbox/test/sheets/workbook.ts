import type { ExecutionContext } from 'ava';
import { startSheets } from '../../sheets/emulator.ts';
import type { SheetsEmulator, SheetsOptions } from '../../sheets/emulator.ts';

/** An answer as it came over HTTP. The body is whatever JSON holds: the assertion says what it should be. */
export type Answer = { status: number; headers: Headers; body: unknown };

export type Workbook = {
  emulator: SheetsEmulator;
  spreadsheetId: string;
  /** Sends a request below the workbook's own address, e.g. `/values/A1`, as a person. */
  send: (method: string, path: string, body?: unknown, user?: string) => Promise<Answer>;
  /** `send` to any address of the emulator. */
  sendTo: (method: string, path: string, body?: unknown, user?: string) => Promise<Answer>;
  batch: (...requests: (object | null)[]) => Promise<Answer>;
  /** Writes values RAW from a cell on. */
  fill: (range: string, values: unknown[][]) => Promise<void>;
  /** The values of a range; [] when it is empty. */
  values: (range: string, options?: string) => Promise<unknown>;
};

/** An emulator of the test's own, without quotas, that ends with the test. */
export async function emulatorFor(t: ExecutionContext, options: Partial<SheetsOptions> = {}): Promise<SheetsEmulator> {
  const emulator = await startSheets({ port: 0, quota: { enabled: false }, ...options });
  t.teardown(() => emulator.close());
  return emulator;
}

/** An emulator with one workbook, whose first sheet is `Sheet1` of 1000 × 26, made by `owner`. */
export async function workbookFor(t: ExecutionContext, options: Partial<SheetsOptions> = {}): Promise<Workbook> {
  const emulator = await emulatorFor(t, options);
  const spreadsheetId = emulator.store.create('owner', 'Test', ({ book }) => book.spreadsheetId);
  const sendTo = sender(emulator.url);
  const send: Workbook['send'] = (method, path, body, user) =>
    sendTo(method, `/v4/spreadsheets/${spreadsheetId}${path}`, body, user);
  return {
    emulator,
    spreadsheetId,
    send,
    sendTo,
    batch: (...requests) => send('POST', ':batchUpdate', { requests }),
    async fill(range, values) {
      const { status } = await send('PUT', `/values/${encodeURIComponent(range)}?valueInputOption=RAW`, { values });
      t.is(status, 200);
    },
    async values(range, options = '') {
      const { body } = await send('GET', `/values/${encodeURIComponent(range)}?${options}`);
      return (body as { values?: unknown[][] }).values ?? []; // the answer of values.get
    },
  };
}

function sender(url: string): Workbook['sendTo'] {
  return async (method, path, body, user = 'owner') => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${user}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}

/** The message of an error answer. */
export const messageOf = ({ body }: Answer) => (body as { error?: { message?: string } }).error?.message;
