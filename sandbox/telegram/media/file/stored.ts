import { badRequest } from '../../api-error.ts';
import type { World } from '../../world.ts';
import { fileIds, type FileKind } from './id.ts';
import type { Document, PhotoSize } from '../media-object.ts';

/** A file that the bot can name by its id. Its bytes are in the world's `files`, under `sha256`. */
export type StoredFile = {
  uniqueId: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Where it can be downloaded: the `file_path` of getFile. */
  path: string;
} & FileNature;

type FileNature =
  /** `sizes` has the ids of all sizes of this photo, the smallest first. */
  | { kind: 'photo'; width: number; height: number; sizes: string[] }
  | { kind: 'thumbnail'; width: number; height: number }
  | { kind: 'document'; name: string; thumbnail?: string };

type Kept<Kind extends FileKind> = Extract<StoredFile, { kind: Kind }>;

/** What the server calls the kinds in its errors (source). */
const kindNames: Record<FileKind, string> = { photo: 'Photo', document: 'Document', thumbnail: 'Thumbnail' };

const folders: Record<FileKind, string> = { photo: 'photos', document: 'documents', thumbnail: 'thumbnails' };

export type Identity = { kind: FileKind; seed: string; size?: string; extension: string };

/** Keeps a file under the ids of its identity and gives its id; what is already kept stays as it is. */
export function keepFile(
  world: World,
  { kind, extension, ...identity }: Identity,
  file: Omit<StoredFile, 'uniqueId' | 'path' | keyof FileNature> & FileNature,
): string {
  const { fileId, uniqueId } = fileIds(kind, identity);
  if (world.state.files[fileId]) return fileId;
  const name = `file_${world.state.next.file++}${extension === '' ? '' : `.${extension}`}`;
  world.state.files[fileId] = { ...file, uniqueId, path: `${folders[kind]}/${name}` };
  world.changed();
  return fileId;
}

/** Throws the server's complaint where the file is of another kind. */
export function ofKind<Kind extends FileKind>(file: StoredFile, kind: Kind): Kept<Kind> {
  if (file.kind !== kind) throw badRequest(`Can't use file of type ${kindNames[file.kind]} as ${kindNames[kind]}`);
  // The comparison above; TypeScript does not narrow by a generic discriminator.
  return file as Kept<Kind>;
}

export function photoOf(world: World, sizes: readonly string[]): PhotoSize[] {
  return sizes.map((fileId) => pictureOf(world, fileId));
}

export function documentOf(world: World, fileId: string): Document {
  const file = ofKind(storedFile(world, fileId), 'document');
  return {
    file_name: file.name,
    mime_type: file.mediaType,
    ...(file.thumbnail !== undefined && { thumbnail: pictureOf(world, file.thumbnail) }),
    file_id: fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes,
  };
}

function pictureOf(world: World, fileId: string): PhotoSize {
  const file = storedFile(world, fileId);
  if (file.kind === 'document') throw new Error(`the file ${fileId} is no picture`);
  const { uniqueId, bytes, width, height } = file;
  return { file_id: fileId, file_unique_id: uniqueId, file_size: bytes, width, height };
}

/** For ids that the emulator itself has kept. */
function storedFile(world: World, fileId: string): StoredFile {
  const file = world.state.files[fileId];
  if (!file) throw new Error(`no file is kept as ${fileId}`);
  return file;
}
