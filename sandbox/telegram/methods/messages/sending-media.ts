import { badRequest } from '../../api-error.ts';
import { mediaContent, readMedia, type InputMedia } from '../../media/input-media.ts';
import { readInputFile } from '../../media/input-file.ts';
import type { World } from '../../world.ts';
import type { Method, Methods } from '../method.ts';
import { readOutgoing, send } from './outgoing.ts';

export function mediaSendingMethods(world: World): Methods {
  return { sendPhoto: sender(world, 'photo'), sendDocument: sender(world, 'document') };
}

function sender(world: World, kind: InputMedia['kind']): Method {
  return async (parameters, signal) => {
    const file = readInputFile(parameters, kind);
    if (!file) throw badRequest(`there is no ${kind} in the request`);
    const media = readMedia(world, parameters, { kind, file });
    const outgoing = readOutgoing(world, parameters);
    return { result: send(world, outgoing, await mediaContent(world, media, signal)) };
  };
}
