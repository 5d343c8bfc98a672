import { createHash } from 'node:crypto';
import { badRequest } from '../../api-error.ts';

export type FileKind = 'photo' | 'document' | 'thumbnail';

/** How file ids of each kind begin at Telegram, and the first bytes of their unique ids. */
const beginnings: Record<FileKind, { id: string; unique: string }> = {
  photo: { id: '0200020205000319010002', unique: '010003' },
  document: { id: '0500020205000319010002', unique: '020003' },
  thumbnail: { id: '0003020500031901000200', unique: '010003' },
};

/** What every file id ends with: two version numbers, of which the server insists on the last. */
const versions = '3604';

/**
 * Both ids of a file. `seed` says what makes it the same file as another: the bytes of a photo, of which Telegram
 * knows the uploads by hash, but each upload of a document by itself (source). `size` tells the sizes of a picture apart.
 */
export function fileIds(kind: FileKind, { seed, size = '' }: { seed: string; size?: string }) {
  const digest = createHash('sha256').update(`${kind}:${seed}`).digest('hex');
  const letter = Buffer.from(size).toString('hex');
  const { id, unique } = beginnings[kind];
  return {
    fileId: base64url(`${id}${digest.slice(0, 48)}${letter}${versions}`),
    uniqueId: base64url(`${unique}${digest.slice(0, 16)}${letter}`),
  };
}

/** Throws the server's complaint about a text that is no file id at all. That it names a file is not said. */
export function checkFileId(text: string): void {
  const complaint = complaintAbout(text);
  if (complaint !== undefined) throw badRequest(`Wrong remote file identifier specified: ${complaint}`);
}

function complaintAbout(text: string): string | undefined {
  if (text.length % 4 === 1) return 'Wrong string length';
  if (!/^[\w-]*$/.test(text)) return 'Wrong character in the string';
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) return 'Wrong padding in the string';
  if (bytes.at(-1) !== 4) return "can't unserialize it. Wrong last symbol";
  return undefined;
}

function base64url(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').toString('base64url');
}
