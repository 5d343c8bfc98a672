import type { Supervised } from '../../supervisor/supervise.ts';

export type PartName = 'bot' | 'sync' | 'expiry' | 'PostgreSQL' | 'NATS' | 'Sheets' | 'Telegram';

/** What a part says of itself, or is seen to do. */
export type Look = {
  status: 'well' | 'in trouble' | 'away';
  /** One sentence for people: what is wrong and, where the part says so, what to do. */
  detail: string;
  checks?: readonly { name: string; ok: boolean; detail: string }[];
};

/** One part of what runs. */
export type Part = {
  readonly name: PartName;
  /** What it is there for, in a few plain words. */
  readonly does: string;
  readonly origin: 'sandbox' | 'real';
  /** null for a real part, and for an emulator, which lives in the process of the sandbox. */
  readonly process: Supervised | null;
  /** Rejects when the part cannot be reached. null: a real part, which is not asked. */
  readonly look: (() => Promise<Look>) | null;
};

/** A part as the page shows it. */
export type PartReport = Look & {
  name: PartName;
  does: string;
  origin: 'sandbox' | 'real';
  pid: number | null;
  /** Since when it has been up, ISO; null where there is no process of its own, or none now. */
  since: string | null;
  /** How often it has been started again. */
  restarts: number;
  /** It is a process of its own here, which can be killed. */
  breakable: boolean;
};
