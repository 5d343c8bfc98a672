import type { Updates } from '../updates.ts';
import type { World } from '../world.ts';
import { albumMethods } from './albums.ts';
import { callbackMethods } from './callbacks.ts';
import { chatMethods } from './chats.ts';
import { commandMethods } from './commands.ts';
import { deletingMethods } from './deleting.ts';
import { editingMethods } from './editing.ts';
import { mediaEditingMethods } from './editing-media.ts';
import { fileMethods } from './files.ts';
import { forwardingMethods } from './forwarding.ts';
import type { Methods } from './method.ts';
import { paymentMethods } from './payments.ts';
import { pinningMethods } from './pinning.ts';
import { profileMethods } from './profile.ts';
import { reactionMethods } from './reactions.ts';
import { receivingMethods } from './receiving.ts';
import { mediaSendingMethods } from './sending-media.ts';
import { sendingMethods } from './sending.ts';
import { sharingMethods } from './sharing.ts';
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
