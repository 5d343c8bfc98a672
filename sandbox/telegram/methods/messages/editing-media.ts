import { badRequest } from '../../api-error.ts';
import { booleanOf, jsonOf, requiredTextOf } from '../../call-parameters.ts';
import { editMessage } from '../../chats/conversation.ts';
import { readInlineMarkup } from '../../keyboards/markup.ts';
import { mediaContent, readInputMedia, type InputMedia } from '../../media/input-media.ts';
import type { StoredMessage } from '../../state.ts';
import { readCaption } from '../../text/formatted-text.ts';
import { asCaption, withCaption } from '../../text/message-text.ts';
import type { World } from '../../world.ts';
import { findEditable } from './editing.ts';
import type { Methods } from '../method.ts';

/** A message of any kind can become a photo or a document with an edit, but never a text again. */
export function mediaEditingMethods(world: World): Methods {
  const { settings } = world;
  return {
    async editMessageMedia(parameters, signal) {
      const buttons = readInlineMarkup(parameters, settings);
      requiredTextOf(parameters, 'media');
      const media = readInputMedia(world, parameters, jsonOf(parameters, 'media', 'input media'));
      checkReplaceable(findEditable(world, parameters).stored, media);
      const content = await mediaContent(world, media, signal);
      // Looked up anew: the message may have been deleted while the file was taken up.
      const { chat, stored } = findEditable(world, parameters);
      return { result: editMessage(world, chat, { stored, content, buttons }) };
    },
    editMessageCaption(parameters) {
      const buttons = readInlineMarkup(parameters, settings);
      const caption = readCaption(world, parameters);
      const { chat, stored } = findEditable(world, parameters);
      const { photo, document } = stored.content;
      if (!photo && !document) throw badRequest('there is no caption in the message to edit');
      const isAbove = photo && caption.text !== '' && booleanOf(parameters, 'show_caption_above_media');
      const content = withCaption(stored.content, {
        ...asCaption(caption),
        ...(isAbove && { show_caption_above_media: true }),
      });
      return { result: editMessage(world, chat, { stored, content, buttons }) };
    },
  };
}

function checkReplaceable({ frame, content }: StoredMessage, { kind }: InputMedia): void {
  const { text, photo, document } = content;
  if (text === undefined && !photo && !document) throw badRequest("Message media can't be edited");
  const isOfAnotherKind = content[kind] === undefined;
  if (frame.media_group_id !== undefined && isOfAnotherKind) throw badRequest("Can't change media type in the album");
}
