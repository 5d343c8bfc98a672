import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { answer, answerJson } from './answer.ts';

const page = join(import.meta.dirname, '../page');
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of the page, or 404. `path` is a URL's, so it cannot lead above the page's folder. */
export async function answerFile(response: ServerResponse, path: string): Promise<void> {
  const name = normalize(path === '/' ? '/index.html' : path);
  const type = mediaTypes[extname(name)];
  const body = type === undefined ? undefined : await readFile(join(page, name)).catch(missing);
  if (type === undefined || body === undefined) return answerJson(response, 404, { error: 'not found' });
  answer(response, { status: 200, type, body });
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR' && error.code !== 'EISDIR') throw error;
}
