/** Something that is done to whatever has passed its deadline, e.g. unpaid orders. Gives how many it dealt with. */
export type Deadline = { readonly name: string; readonly expire: () => Promise<number> };
