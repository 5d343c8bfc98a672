import { folderType } from '../../drive/file.ts';
import type { DriveFile, Permission } from '../../drive/file.ts';
import { permissionIdOf } from '../../drive/identity.ts';

const userFields = 'kind,displayName,emailAddress,me,permissionId,photoLink';
/** Google's, among them those that no file here has: clients ask for them without looking. */
export const permissionFields =
  'kind,id,type,role,emailAddress,displayName,domain,allowFileDiscovery,deleted,pendingOwner,photoLink,expirationTime,' +
  'view,permissionDetails,inheritedPermissionsDisabled';
export const fileFields =
  'kind,id,name,mimeType,description,starred,trashed,explicitlyTrashed,parents,spaces,version,webViewLink,createdTime,' +
  `modifiedTime,owners(${userFields}),lastModifyingUser(${userFields}),modifiedByMe,ownedByMe,shared,permissionIds,` +
  `permissions(${permissionFields}),capabilities,appProperties,copyRequiresWriterPermission,driveId,exportLinks,` +
  'folderColorRgb,hasThumbnail,iconLink,isAppAuthorized,modifiedByMeTime,properties,quotaBytesUsed,sharedWithMeTime,' +
  `sharingUser(${userFields}),shortcutDetails,size,thumbnailLink,trashedTime,trashingUser(${userFields}),viewedByMe,` +
  'viewedByMeTime,viewersCanCopyContent,webContentLink,writersCanShare';
export const aboutFields = `kind,user(${userFields})`;

export const describeUser = (address: string, me: string) => ({
  kind: 'drive#user',
  displayName: address,
  me: address === me,
  permissionId: permissionIdOf(address),
  emailAddress: address,
});

/** Without `fields` Drive names a file by four fields only. */
export function describeFile(file: DriveFile, user: string, search: URLSearchParams) {
  return search.has('fields') ? wholeFile(file, user) : briefFile(file);
}

export const briefFile = ({ id, name, mimeType }: DriveFile) => ({ kind: 'drive#file', id, name, mimeType });

export function wholeFile(file: DriveFile, user: string) {
  const { id, description, starred, trashed, parents, version, createdTime, modifiedTime, owner, permissions } = file;
  const isShared = permissions.length > 1;
  return {
    ...briefFile(file),
    ...(description && { description }),
    starred,
    trashed,
    explicitlyTrashed: trashed,
    parents,
    spaces: ['drive'],
    version: String(version),
    webViewLink:
      file.mimeType === folderType
        ? `https://drive.google.com/drive/folders/${id}`
        : `https://docs.google.com/spreadsheets/d/${id}/edit`,
    createdTime,
    modifiedTime,
    owners: [describeUser(owner, user)],
    lastModifyingUser: describeUser(file.lastModifyingUser, user),
    modifiedByMe: file.lastModifyingUser === user,
    ownedByMe: owner === user,
    shared: isShared,
    permissionIds: permissions.map((permission) => permission.id),
    permissions: permissions.map(describePermission),
    capabilities: { canEdit: true, canComment: true, canCopy: true, canShare: true, canDelete: owner === user },
  };
}

export function describePermission(permission: Permission) {
  const { emailAddress, domain, ...rest } = permission;
  const name = emailAddress ?? domain;
  return {
    kind: 'drive#permission',
    ...rest,
    ...(emailAddress && { emailAddress, deleted: false, pendingOwner: false }),
    ...(domain && { domain }),
    ...(name && { displayName: name }),
  };
}
