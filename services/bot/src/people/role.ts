/** What a person may do. Each role may do what those after it may; only employees have a pay of their own. */
export type Role = 'owner' | 'admin' | 'employee' | 'customer';

/** Telegram ids that the configuration names. */
export type Staff = { readonly owners: ReadonlySet<string>; readonly admins: ReadonlySet<string> };

/** Where no owner is named, the first admin is the owner. */
export function staffOf({ owners, admins }: { owners: readonly string[]; admins: readonly string[] }): Staff {
  return { owners: new Set(owners.length > 0 ? owners : admins.slice(0, 1)), admins: new Set(admins) };
}

/** `employed`: the person has an active row in EmployeeSettings. */
export function roleOf(id: string, { staff, employed }: { staff: Staff; employed: boolean }): Role {
  if (staff.owners.has(id)) return 'owner';
  if (staff.admins.has(id)) return 'admin';
  return employed ? 'employee' : 'customer';
}

export const mayAdminister = (role: Role): boolean => role === 'owner' || role === 'admin';

/** Everyone who administers, owners first. */
export const administrators = ({ owners, admins }: Staff): string[] => [...new Set([...owners, ...admins])];
