import type { Media } from '../operation.ts';
import { badRequest } from './drive-error.ts';

/** An uploaded content, and in a multipart upload what is said about the file. */
export type Upload = { metadata?: unknown; content: Media };

/** Takes `multipart/related` apart: a part of JSON, then the content. Any other body is the content itself. */
export function readUpload(media: Media): Upload {
  const boundary = /^multipart\/related;.*boundary="?([^";]+)"?/i.exec(media.contentType)?.[1];
  if (boundary === undefined) return { content: media };
  const [metadata, content, ...more] = partsOf(media.text, boundary);
  if (!metadata || !content || more.length > 0) throw badRequest('Malformed multipart body.');
  try {
    return { metadata: JSON.parse(metadata.text), content };
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest('Malformed multipart body.');
    throw error;
  }
}

/** What stands between the boundaries: headers, an empty line, the content, a line break that belongs to the boundary. */
function partsOf(text: string, boundary: string): Media[] {
  const parts = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1);
  return parts
    .filter((part) => !part.startsWith('--'))
    .map((part) => {
      const [, head = '', body = ''] = /^\r?\n?([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(part) ?? [];
      return { contentType: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? '', text: body };
    });
}
