import { permissionIdOf, rootIdOf } from './identity.ts';

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const folderType = 'application/vnd.google-apps.folder';

/** Who may do what with a file. It is heeded when sharing is enforced: see access.ts. */
export type Permission = {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: string;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
};

export type Comment = {
  readonly id: string;
  readonly content: string;
  readonly anchor?: string;
  readonly author: string;
  readonly createdTime: string;
};

/** What Drive knows of a workbook or a folder. */
export type DriveFile = {
  readonly id: string;
  readonly mimeType: typeof spreadsheetType | typeof folderType;
  readonly name: string;
  readonly description?: string;
  readonly owner: string;
  readonly createdTime: string;
  readonly parents: readonly string[];
  readonly trashed: boolean;
  readonly starred: boolean;
  readonly permissions: readonly Permission[];
  readonly comments: readonly Comment[];
  /** The last change that Drive has noticed: later than the change itself by the lag. */
  readonly modifiedTime: string;
  readonly lastModifyingUser: string;
  readonly version: number;
};

/** What a call of Drive may change. The rest follows from it, or never changes. */
export type Facts = Partial<
  Pick<DriveFile, 'name' | 'description' | 'parents' | 'trashed' | 'starred' | 'permissions' | 'comments'>
>;

type Beginning = Pick<DriveFile, 'id' | 'mimeType' | 'name' | 'owner' | 'createdTime'> & { modifiedTime?: string };

export const newFile = ({ modifiedTime, ...beginning }: Beginning): DriveFile => ({
  ...beginning,
  parents: [rootIdOf(beginning.owner)],
  trashed: false,
  starred: false,
  permissions: [userPermission(beginning.owner, 'owner')],
  comments: [],
  modifiedTime: modifiedTime ?? beginning.createdTime,
  lastModifyingUser: beginning.owner,
  version: 1,
});

const userPermission = (emailAddress: string, role: string): Permission => ({
  id: permissionIdOf(emailAddress),
  type: 'user',
  role,
  emailAddress,
});
