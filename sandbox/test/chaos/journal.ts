import type { ReferenceTable } from '@opsheet/shared/contracts/reference';

export type Cell = { readonly table: ReferenceTable; readonly key: string; readonly field: string };

/** What somebody did to a cell, or with `field` and `value` null to a whole row. */
export type Deed = {
  readonly side: 'sheet' | 'telegram';
  readonly table: ReferenceTable;
  readonly key: string;
  readonly kind: 'edit' | 'typo' | 'insert' | 'delete';
  readonly field: string | null;
  /** Canonical; of an edit it is unique in the whole run, so that it can be found again. */
  readonly value: string | null;
  /** When it was begun and when it was known to have happened, as numbers that only grow. */
  readonly begun: number;
  ended: number;
  /** Whether it happened: undefined while nobody knows. */
  accepted: boolean | undefined;
  /** Nothing is promised for it: it fell into the window that the Sheets API leaves open. */
  isExcused: boolean;
};

export type Journal = ReturnType<typeof openJournal>;

/** What people did, in the order in which they did it: the witness of S3 and B1. */
export function openJournal() {
  let at = 0;
  const deeds: Deed[] = [];
  const tick = () => (at += 1);

  /** Whether `later` may have come after `deed`: it was not over when that was begun. */
  const mayFollow = (deed: Deed, later: Deed) =>
    later !== deed &&
    later.accepted !== false &&
    later.table === deed.table &&
    later.key === deed.key &&
    later.ended > deed.begun;

  return {
    deeds: deeds as readonly Deed[],
    begin(deed: Pick<Deed, 'side' | 'table' | 'key' | 'kind' | 'field' | 'value'>): Deed {
      const begun: Deed = {
        ...deed,
        begun: tick(),
        ended: Number.POSITIVE_INFINITY,
        accepted: undefined,
        isExcused: false,
      };
      deeds.push(begun);
      return begun;
    },
    end(deed: Deed, outcome: { accepted: boolean; isExcused?: boolean }): void {
      Object.assign(deed, outcome, { ended: tick() });
    },
    /** Whether somebody may have overwritten the cell, or deleted its row, after this edit. */
    isFollowed: (deed: Deed) =>
      deeds.some((later) => mayFollow(deed, later) && (later.field === deed.field || later.field === null)),
    /** Whether a row that was deleted may have come back: inserted again, or an edit beat the deletion. */
    mayReturn: (deletion: Deed) => deeds.some((later) => mayFollow(deletion, later)),
    /** Keys of rows that people made here, and that are not deleted. */
    inserted: (table: ReferenceTable): string[] => {
      const gone = deeds.filter(({ kind }) => kind === 'delete').map(({ key }) => key);
      return deeds
        .filter((deed) => deed.kind === 'insert' && deed.table === table && !gone.includes(deed.key))
        .map(({ key }) => key);
    },
  };
}
