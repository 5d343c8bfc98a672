import type { Contact, Location } from '../../media/media-object.ts';
import type { StoredMessage } from '../../state.ts';

/** What a message shows beside its text. */
export type MediaView = {
  /** The path of the picture on this server. */
  photo?: { path: string; width: number; height: number };
  /** `bytes` is its size; its contents are at /control/files/{file_id}. */
  document?: { file_id: string; name: string; bytes: number; media_type: string };
  location?: Location;
  contact?: Contact;
  /** The same in all messages of an album. */
  album?: string;
};

export function viewMedia({ frame, content }: StoredMessage): MediaView {
  const { photo, document, location, contact } = content;
  const picture = photo?.at(-1);
  return {
    ...(picture && {
      photo: { path: `/control/photos/${picture.file_id}`, width: picture.width, height: picture.height },
    }),
    ...(document && {
      document: {
        file_id: document.file_id,
        name: document.file_name,
        bytes: document.file_size,
        media_type: document.mime_type,
      },
    }),
    ...(location && { location }),
    ...(contact && { contact }),
    ...(frame.media_group_id !== undefined && { album: frame.media_group_id }),
  };
}
