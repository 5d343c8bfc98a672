import { ApiError, badRequest } from '../api-error.ts';
import { booleanOf, fileOf, type CallParameters } from '../call-parameters.ts';
import { fieldsOf } from '../json-fields.ts';
import type { Content } from '../message.ts';
import { checkCaption, formatCaption, type FormattedText } from '../text/formatted-text.ts';
import { asCaption } from '../text/message-text.ts';
import type { World } from '../world.ts';
import { keepDocument } from './document.ts';
import { cleanFileName } from './file/name.ts';
import { imageSize } from './image-size.ts';
import { findRemote, readInputFile, type InputFile } from './input-file.ts';
import type { Document, PhotoSize } from './media-object.ts';
import { mediaTypeOf } from './media-type.ts';
import { keepPhoto } from './photo.ts';
import { documentOf, ofKind, photoOf } from './file/stored.ts';

/** A photo or a document that is to be sent or put in the place of another, with its caption. */
export type InputMedia = {
  kind: 'photo' | 'document';
  file: InputFile;
  thumbnail: Buffer | undefined;
  caption: FormattedText;
  isCaptionAbove: boolean;
  hasSpoiler: boolean;
};

/** As the parameters of sendPhoto and sendDocument say it. The length of the caption is still to be checked. */
export function readMedia(
  world: World,
  parameters: CallParameters,
  { kind, file }: Pick<InputMedia, 'kind' | 'file'>,
): InputMedia {
  return {
    kind,
    file,
    thumbnail: (fileOf(parameters, 'thumbnail') ?? fileOf(parameters, 'thumb'))?.bytes,
    caption: formatCaption(world, parameters),
    isCaptionAbove: kind === 'photo' && booleanOf(parameters, 'show_caption_above_media'),
    hasSpoiler: kind === 'photo' && booleanOf(parameters, 'has_spoiler'),
  };
}

const context = "can't parse InputMedia";
const notEmulated = new Set(['animation', 'audio', 'live_photo', 'video']);

/** As an InputMedia object says it: its fields are named as the parameters are, its uploads are those of the call. */
export function readInputMedia(world: World, { files }: CallParameters, value: unknown): InputMedia {
  const fields = fieldsOf(value, 'expected an Object', context);
  const own = { values: new Map(Object.entries(fields.all)), files };
  const type = fields.text('type');
  const file = fields.optionalText('media') ? readInputFile(own, 'media') : undefined;
  if (!file) throw fields.complaint('media not found');
  if (notEmulated.has(type)) throw fields.complaint(`this emulator has no media of type "${type}"`);
  if (type !== 'photo' && type !== 'document') throw fields.complaint(`type "${type}" is unsupported`);
  try {
    return readMedia(world, own, { kind: type, file });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Within a complaint the server's reasons keep their capital.
    throw fields.complaint(error.message.replace(/^Bad Request: ./, (start) => start.slice(-1).toUpperCase()));
  }
}

/** What a message with this media says. New files are taken up, which may take a while. */
export async function mediaContent(world: World, media: InputMedia, signal: AbortSignal): Promise<Content> {
  const { kind, caption, isCaptionAbove, hasSpoiler } = media;
  const file =
    kind === 'photo'
      ? { photo: await photoFrom(world, media, signal) }
      : { document: await documentFrom(world, media, signal) };
  checkCaption(world, caption);
  return {
    ...file,
    ...asCaption(caption),
    ...(isCaptionAbove && caption.text !== '' && { show_caption_above_media: true }),
    ...(hasSpoiler && { has_media_spoiler: true }),
  };
}

async function photoFrom(world: World, { file }: InputMedia, signal: AbortSignal): Promise<PhotoSize[]> {
  if ('upload' in file) return keepPhoto(world, file.upload.bytes);
  const found = await findRemote(world, file.remote, { limit: world.settings.photoUrlBytes, signal });
  if ('kept' in found) return photoOf(world, ofKind(found.kept, 'photo').sizes);
  if (!imageSize(found.fetched.bytes)) throw badRequest('wrong type of the web page content');
  return keepPhoto(world, found.fetched.bytes);
}

async function documentFrom(world: World, { file, thumbnail }: InputMedia, signal: AbortSignal): Promise<Document> {
  if ('upload' in file) {
    const name = cleanFileName(file.upload.name);
    return keepDocument(world, { name, mediaType: mediaTypeOf(name), bytes: file.upload.bytes, thumbnail });
  }
  const found = await findRemote(world, file.remote, { limit: world.settings.urlBytes, signal });
  if ('kept' in found) {
    ofKind(found.kept, 'document');
    return documentOf(world, found.fileId);
  }
  const { fetched } = found;
  if (!fetchedTypes.has(fetched.mediaType)) throw badRequest('wrong type of the web page content');
  return keepDocument(world, { ...fetched, name: cleanFileName(fetched.name), thumbnail: undefined });
}

/** Documents by address are taken of these kinds only (documented). */
const fetchedTypes = new Set(['image/gif', 'application/pdf', 'application/zip']);
