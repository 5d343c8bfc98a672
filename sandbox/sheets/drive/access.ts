import type { DriveFile, Permission } from './file.ts';

export type Need = 'read' | 'write';

/** Who may open what. Everybody may open everything, until permissions are enforced. */
export type Access = {
  isEnforced: () => boolean;
  enforce: (isEnforced: boolean) => void;
  allows: (file: DriveFile, user: string, need: Need) => boolean;
};

export function openAccess(enforced: boolean): Access {
  let isEnforced = enforced;
  return {
    isEnforced: () => isEnforced,
    enforce(next) {
      isEnforced = next;
    },
    allows: (file, user, need) =>
      !isEnforced || file.permissions.some((permission) => isFor(permission, user) && gives(permission, need)),
  };
}

/** Who is in a group is not known: it is taken as one user. */
function isFor({ type, emailAddress, domain }: Permission, user: string): boolean {
  if (type === 'anyone') return true;
  return type === 'domain' ? user.endsWith(`@${domain}`) : emailAddress === user;
}

const gives = ({ role }: Permission, need: Need) => need === 'read' || !['reader', 'commenter'].includes(role);
