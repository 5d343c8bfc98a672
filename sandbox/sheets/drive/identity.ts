import { createHash } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** 20 digits that stand for a person, group or domain on every file, as Google's do. */
export const permissionIdOf = (grantee: string) => digest(grantee).readBigUInt64BE().toString().padStart(20, '0');

/** The folder that a user's files are in when they are put nowhere else; `root` is its alias. */
export const rootIdOf = (user: string) => `0A${digest(user).toString('base64url').slice(0, 14)}PVA`;
