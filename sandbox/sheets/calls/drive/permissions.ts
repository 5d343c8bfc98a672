import type { DriveFile, Permission } from '../../drive/file.ts';
import { permissionIdOf } from '../../drive/identity.ts';
import { bool, int32, text } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import type { Caller } from '../operation.ts';
import { driveError, forbidden, invalidParameter, required } from './drive-error.ts';
import { driveBody, driveOperation } from './drive-operation.ts';
import { describePermission, permissionFields } from './file-answer.ts';
import { fileById } from './files.ts';
import { pageOf } from './page.ts';

const Body = driveBody('Permission', {
  type: text,
  role: text,
  emailAddress: text,
  domain: text,
  allowFileDiscovery: bool,
});
type Body = Read<typeof Body>;

const letters = { sendNotificationEmail: bool, emailMessage: text, useDomainAdminAccess: bool };
const roles = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'];
const transfer = { transferOwnership: bool, moveToNewOwnersRoot: bool };

/** Shares a file. Whoever has a permission already has the new one in its place. */
export const createPermission = driveOperation({
  name: 'drive.permissions.create',
  needs: 'write',
  answerFields: permissionFields,
  query: { ...letters, ...transfer },
  body: Body,
  run({ caller, target, query, body, search }) {
    const file = fileById(caller, target.fileId);
    const created: Permission = { ...granteeOf(body), role: roleOf(body, query.transferOwnership) };
    const others = file.permissions.filter(({ id }) => id !== created.id);
    share(caller, file, [...others, created]);
    return answer(created, search);
  },
});

export const listPermissions = driveOperation({
  name: 'drive.permissions.list',
  answerFields: `kind,nextPageToken,permissions(${permissionFields})`,
  query: { pageSize: int32, pageToken: text, useDomainAdminAccess: bool },
  run({ caller, target, query: { pageSize = 100, pageToken = '' }, search }) {
    const { items, nextPageToken } = pageOf(fileById(caller, target.fileId).permissions, pageToken, pageSize);
    return {
      kind: 'drive#permissionList',
      ...(nextPageToken && { nextPageToken }),
      permissions: items.map((permission) => answer(permission, search)),
    };
  },
});

export const getPermission = driveOperation({
  name: 'drive.permissions.get',
  answerFields: permissionFields,
  query: { useDomainAdminAccess: bool },
  run: ({ caller, target, search }) =>
    answer(permissionOf(fileById(caller, target.fileId), target.permissionId), search),
});

export const updatePermission = driveOperation({
  name: 'drive.permissions.update',
  needs: 'write',
  answerFields: permissionFields,
  query: { ...transfer, removeExpiration: bool, useDomainAdminAccess: bool },
  body: Body,
  run({ caller, target, query, body, search }) {
    const file = fileById(caller, target.fileId);
    const old = permissionOf(file, target.permissionId);
    const updated = { ...old, role: roleOf(body, query.transferOwnership) };
    share(
      caller,
      file,
      file.permissions.map((one) => (one === old ? updated : one)),
    );
    return answer(updated, search);
  },
});

export const deletePermission = driveOperation({
  name: 'drive.permissions.delete',
  needs: 'write',
  answerFields: '',
  query: { useDomainAdminAccess: bool },
  run({ caller, target }) {
    const file = fileById(caller, target.fileId);
    const gone = permissionOf(file, target.permissionId);
    if (gone.role === 'owner') throw forbidden('The owner of a file cannot be removed.', 'insufficientFilePermissions');
    share(
      caller,
      file,
      file.permissions.filter((one) => one !== gone),
    );
  },
});

function share({ drive, user }: Caller, file: DriveFile, permissions: readonly Permission[]): void {
  drive.change(file, { permissions }, { user, aspects: ['permissions'] });
}

/** Without `fields` Drive leaves out whom a permission is for. */
function answer(permission: Permission, search: URLSearchParams) {
  const whole = describePermission(permission);
  if (search.has('fields')) return whole;
  const { kind, id, type, role, allowFileDiscovery } = { allowFileDiscovery: undefined, ...whole };
  return { kind, id, type, role, ...(allowFileDiscovery !== undefined && { allowFileDiscovery }) };
}

function granteeOf({ type, emailAddress, domain, allowFileDiscovery = false }: Body): Omit<Permission, 'role'> {
  switch (type) {
    case 'user':
    case 'group':
      if (!emailAddress) throw required('emailAddress');
      return { id: permissionIdOf(emailAddress), type, emailAddress };
    case 'domain':
      if (!domain) throw required('domain');
      return { id: `${permissionIdOf(domain)}k`, type, domain, allowFileDiscovery };
    case 'anyone':
      return { id: allowFileDiscovery ? 'anyone' : 'anyoneWithLink', type, allowFileDiscovery };
    case undefined:
      throw required('permission.type');
    default:
      throw invalidParameter('permission.type');
  }
}

function roleOf({ role }: Body, mayTransfer = false): string {
  if (role === undefined) throw required('permission.role');
  if (!roles.includes(role)) throw invalidParameter('permission.role');
  if (role === 'owner' && !mayTransfer)
    throw forbidden("The transferOwnership parameter must be enabled when the permission role is 'owner'.");
  return role;
}

function permissionOf(file: DriveFile, permissionId: string): Permission {
  const found = file.permissions.find(({ id }) => id === permissionId);
  if (found) return found;
  const message = `Permission not found: ${permissionId}.`;
  throw driveError({ code: 404, message, reason: 'notFound', parameter: 'permissionId' });
}
