import type { Random } from '../../random.ts';
import type { PlainCall } from './plain-call.ts';

const sharing = [
  { type: 'anyone', role: 'reader' },
  { type: 'user', role: 'writer', emailAddress: 'ann@example.test' },
  { type: 'user', role: 'owner', emailAddress: 'ann@example.test' },
  { type: 'planet', role: 'reader' },
];
const searches = ["name contains 'T'", "'root' in parents and not trashed = true", '(((', "size > '1'", "'"];

/** A call of Drive that leaves the workbook there: sharing, searching, copying, exporting, following changes. */
export function randomDriveCall(random: Random, fileId: string): PlainCall {
  const file = `/drive/v3/files/${fileId}`;
  const q = encodeURIComponent(random.pick(searches));
  return random.pick<PlainCall>([
    { method: 'GET', path: `/drive/v3/files?q=${q}&orderBy=${random.pick(['name', 'size', 'recency%20desc'])}` },
    { method: 'GET', path: `${file}?fields=${random.pick(['*', 'name,version', 'colour', '('])}` },
    { method: 'PATCH', path: `${file}?addParents=root`, body: { trashed: random.chance(0.5), starred: 'maybe' } },
    { method: 'POST', path: `${file}/permissions`, body: random.pick(sharing) },
    { method: 'GET', path: `${file}/permissions?pageSize=${random.pick(['1', '0', 'x'])}` },
    { method: 'POST', path: `${file}/comments?fields=id`, body: { content: random.pick(['x', '', 7]) } },
    { method: 'GET', path: `${file}/export?mimeType=${random.pick(['text/csv', 'image/png'])}` },
    { method: 'POST', path: `${file}/watch`, body: { id: 'c', type: 'web_hook', address: 'http://example.test' } },
    { method: 'GET', path: `/drive/v3/changes?pageToken=${random.pick(['1', '999999', 'x', ''])}` },
    { method: 'POST', path: '/drive/v3/channels/stop', body: { id: 'c' } },
    { method: 'GET', path: `/drive/v3/about?fields=${random.pick(['user', '*', ''])}` },
  ]);
}
