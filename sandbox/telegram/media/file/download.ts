import { notFound, unauthorized, type ApiError } from '../../api-error.ts';
import type { World } from '../../world.ts';

export type Contents = { mediaType: string; bytes: Buffer };

export type DownloadFile = (asked: { token: string; path: string }) => Promise<Contents | ApiError>;

/**
 * `GET /file/bot<token>/<file_path>`. The server names no type for what it gives, and answers JSON as the Bot API
 * where it refuses. What getFile calls too big is not found here.
 */
export function createDownload(world: World, botToken: string): DownloadFile {
  return async ({ token, path }) => {
    if (token !== botToken) return unauthorized();
    const file = Object.values(world.state.files).find((kept) => kept.path === path);
    if (!file || file.bytes > world.settings.downloadBytes) return notFound();
    const bytes = await world.files.get(file.sha256);
    return bytes ? { mediaType: 'application/octet-stream', bytes } : notFound();
  };
}
