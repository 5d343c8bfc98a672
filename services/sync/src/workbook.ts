import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Table } from '@opsheet/shared/reference/table';
import { wholeTab } from './sheets/a1.ts';
import { type Cells, type Sheets, SheetsError, type TabProperties } from './sheets/sheets.ts';

/** What a read gave: the rows of each tab, or null for a tab that is not there. `readAt` is when the read began. */
export type Pull = { readonly readAt: number; readonly tabs: ReadonlyMap<Table, Cells | null> };

/** The spreadsheet as sync knows it between passes. */
export type Workbook = {
  /** Reads all tabs in one call. One call more tells which tab is missing when Google says that one is. */
  readonly pull: (tables: readonly Table[]) => Promise<Pull>;
  /** The tab's number and size; asks Google the first time only. Undefined when the tab is not there. */
  readonly tab: (title: string) => Promise<TabProperties | undefined>;
  /** What was known may be wrong: the next need asks again. */
  readonly forget: () => void;
};

/** A missing tab is looked for again after so long. */
const lookAgainMs = 30_000;

/** Google finds a tab by its name in capital or small letters. */
const named = (tabs: readonly TabProperties[], title: string) =>
  tabs.find((tab) => tab.title.toLowerCase() === title.toLowerCase());

export function openWorkbook(sheets: Sheets, clock: Clock): Workbook {
  let tabs: readonly TabProperties[] | undefined;
  let absent: ReadonlySet<string> = new Set();
  let lookedAt = 0;

  async function look(): Promise<readonly TabProperties[]> {
    tabs = await sheets.listTabs();
    lookedAt = clock.now();
    return tabs;
  }

  async function lookForAbsent(tables: readonly Table[]): Promise<void> {
    const present = await look();
    absent = new Set(tables.map(({ tab }) => tab).filter((tab) => !named(present, tab)));
  }

  async function read(tables: readonly Table[]): Promise<Pull> {
    const present = tables.filter(({ tab }) => !absent.has(tab));
    const readAt = clock.now();
    const cells = present.length === 0 ? [] : await sheets.readValues(present.map(({ tab }) => wholeTab(tab)));
    return { readAt, tabs: new Map(tables.map((table) => [table, cells[present.indexOf(table)] ?? null])) };
  }

  return {
    async pull(tables) {
      if (absent.size > 0 && clock.now() - lookedAt >= lookAgainMs) await lookForAbsent(tables);
      try {
        return await read(tables);
      } catch (error) {
        if (!(error instanceof SheetsError) || error.failure !== 'unknown range') throw error;
        await lookForAbsent(tables);
        return read(tables);
      }
    },
    tab: async (title) => named(tabs ?? (await look()), title),
    forget() {
      tabs = undefined;
    },
  };
}
