import { route } from '../../route.ts';
import type { Route } from '../../route.ts';
import { getAbout } from './about.ts';
import { getStartPageToken, listChanges } from './changes.ts';
import { createComment, listComments } from './comments.ts';
import { exportFile, uploadFile, uploadFileV2, uploadNewFile } from './content.ts';
import { copyFile, createFile, deleteFile, getFile, updateFile } from './files.ts';
import { listFiles } from './list.ts';
import { createPermission, deletePermission, getPermission, listPermissions, updatePermission } from './permissions.ts';
import { stopChannel, watchChanges, watchFile } from './watch.ts';

/** The addresses of Drive that the emulator has. */
export const driveRoutes: readonly Route[] = [
  route('GET', '/drive/v3/about', getAbout),
  route('POST', '/drive/v3/files', createFile),
  route('GET', '/drive/v3/files', listFiles),
  route('GET', '/drive/v3/files/{fileId}', getFile),
  route('PATCH', '/drive/v3/files/{fileId}', updateFile),
  route('DELETE', '/drive/v3/files/{fileId}', deleteFile),
  route('POST', '/drive/v3/files/{fileId}/copy', copyFile),
  route('GET', '/drive/v3/files/{fileId}/export', exportFile),
  route('POST', '/drive/v3/files/{fileId}/watch', watchFile),
  route('POST', '/drive/v3/files/{fileId}/permissions', createPermission),
  route('GET', '/drive/v3/files/{fileId}/permissions', listPermissions),
  route('GET', '/drive/v3/files/{fileId}/permissions/{permissionId}', getPermission),
  route('PATCH', '/drive/v3/files/{fileId}/permissions/{permissionId}', updatePermission),
  route('DELETE', '/drive/v3/files/{fileId}/permissions/{permissionId}', deletePermission),
  route('POST', '/drive/v3/files/{fileId}/comments', createComment),
  route('GET', '/drive/v3/files/{fileId}/comments', listComments),
  route('GET', '/drive/v3/changes/startPageToken', getStartPageToken),
  route('GET', '/drive/v3/changes', listChanges),
  route('POST', '/drive/v3/changes/watch', watchChanges),
  route('POST', '/drive/v3/channels/stop', stopChannel),
  route('POST', '/upload/drive/v3/files', uploadNewFile),
  route('PATCH', '/upload/drive/v3/files/{fileId}', uploadFile),
  route('PUT', '/upload/drive/v2/files/{fileId}', uploadFileV2),
];
