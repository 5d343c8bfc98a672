import type { Updates } from '../updates.ts';
import type { World } from '../world.ts';
import { callbackMethods } from './callbacks.ts';
import { chatMethods } from './chats.ts';
import { commandMethods } from './commands.ts';
import { editingMethods } from './editing.ts';
import type { Methods } from './method.ts';
import { profileMethods } from './profile.ts';
import { receivingMethods } from './receiving.ts';
import { sendingMethods } from './sending.ts';
import { webhookMethods } from './webhook.ts';

/** Every method that the emulator has. What is not here is answered with "method not found". */
export function botMethods(world: World, updates: Updates): Methods {
  return {
    ...receivingMethods(world, updates),
    ...webhookMethods(world, updates),
    ...sendingMethods(world),
    ...editingMethods(world),
    ...callbackMethods(world),
    ...commandMethods(world),
    ...profileMethods(world),
    ...chatMethods(world),
  };
}
