import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { albumMethods } from './messages/albums.ts';
import { callbackMethods } from './callbacks.ts';
import { chatMethods } from './chats.ts';
import { commandMethods } from './commands.ts';
import { deletingMethods } from './messages/deleting.ts';
import { editingMethods } from './messages/editing.ts';
import { mediaEditingMethods } from './messages/editing-media.ts';
import { fileMethods } from './files.ts';
import { forwardingMethods } from './messages/forwarding.ts';
import type { Methods } from './method.ts';
import { paymentMethods } from './payments.ts';
import { pinningMethods } from './messages/pinning.ts';
import { profileMethods } from './profile.ts';
import { reactionMethods } from './messages/reactions.ts';
import { receivingMethods } from './receiving.ts';
import { mediaSendingMethods } from './messages/sending-media.ts';
import { sendingMethods } from './messages/sending.ts';
import { sharingMethods } from './messages/sharing.ts';
import { webhookMethods } from './webhook.ts';

/** Every method that the emulator has. What is not here is answered with "method not found". */
export function botMethods(world: World, updates: Updates): Methods {
  return {
    ...receivingMethods(world, updates),
    ...webhookMethods(world, updates),
    ...sendingMethods(world),
    ...mediaSendingMethods(world),
    ...albumMethods(world),
    ...sharingMethods(world),
    ...forwardingMethods(world),
    ...editingMethods(world),
    ...mediaEditingMethods(world),
    ...deletingMethods(world),
    ...pinningMethods(world, updates),
    ...reactionMethods(world),
    ...callbackMethods(world),
    ...paymentMethods(world, updates),
    ...commandMethods(world),
    ...profileMethods(world),
    ...chatMethods(world),
    ...fileMethods(world),
  };
}
