/** Texts that are on their way to a sheet, so that they are seen at once. */
export function pendingTexts() {
  const underWay = new Set();
  return {
    /** Notes a block; the result ends it. */
    begin(title, place, block) {
      const one = { title, place, block };
      underWay.add(one);
      return () => underWay.delete(one);
    },
    /** "row:column" → text, of one sheet. */
    of(title) {
      const texts = new Map();
      for (const { place, block } of [...underWay].filter((one) => one.title === title)) {
        block.forEach((line, down) =>
          line.forEach((text, right) => texts.set(`${place.row + down}:${place.column + right}`, text)),
        );
      }
      return texts;
    },
  };
}
