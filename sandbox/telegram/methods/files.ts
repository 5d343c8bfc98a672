import { badRequest } from '../api-error.ts';
import { integerOf, textOf } from '../call-parameters.ts';
import { findPerson, type World } from '../world.ts';
import type { Methods } from './method.ts';

export function fileMethods(world: World): Methods {
  return {
    getFile(parameters) {
      const fileId = textOf(parameters, 'file_id');
      if (fileId === '') throw badRequest('file_id not specified');
      const file = world.state.files[fileId];
      // Whatever is wrong with an id, this method says no more than that (source).
      if (!file) throw badRequest('invalid file_id');
      if (file.bytes > world.settings.downloadBytes) throw badRequest('file is too big');
      const { uniqueId, bytes, path } = file;
      return { result: { file_id: fileId, file_unique_id: uniqueId, file_size: bytes, file_path: path } };
    },
    /** Nobody here has a profile photo. */
    getUserProfilePhotos(parameters) {
      const userId = integerOf(parameters, 'user_id');
      if (userId <= 0) throw badRequest('Invalid user_id specified');
      if (!findPerson(world, userId) && userId !== world.bot.id) throw badRequest('user not found');
      return { result: { total_count: 0, photos: [] } };
    },
  };
}
