const kept = 50;

/**
 * One's own last edits of cells, {title, place, before, keys}, to be taken back. An edit is taken back only where it was
 * made: `keys` are the first cells of its rows as the edit left them, and where one is another now, the row has moved or
 * gone, and somebody else's cells would be overwritten.
 */
export function openUndo() {
  const edits = [];
  return {
    note(edit) {
      edits.push(edit);
      if (edits.length > kept) edits.shift();
    },
    isEmpty: () => edits.length === 0,
    /** The last edit, which is thereby forgotten: {title, place, before} or {moved: true}. */
    take(rowsOf) {
      const { title, place, before, keys } = edits.pop();
      const rows = rowsOf(title) ?? [];
      const stands = keys.every((key, down) => (rows[place.row - 1 + down]?.[0] ?? '') === key);
      return stands ? { title, place, before } : { moved: true };
    },
  };
}
