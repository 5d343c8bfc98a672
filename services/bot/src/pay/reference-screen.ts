import type { Button, Screen } from '../bot/answer.ts';
import { homeRow } from '../bot/buttons.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from '../texts/texts.ts';

/** A screen of reference data: it says when it may be out of date (C2), and leads home. */
export function referenceScreen(store: Store, texts: Texts, lines: readonly string[], above: Button[][] = []): Screen {
  const note = store.stale() ? ['', texts.html('stale-note')] : [];
  return { text: [...lines, ...note].join('\n'), buttons: [...above, homeRow(texts)] };
}
