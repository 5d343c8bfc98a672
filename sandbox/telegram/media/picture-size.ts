export type PictureSize = { width: number; height: number };

/** The boxes that Telegram fits a photo into, by the letter that it knows each by. */
const boxes = [
  { letter: 's', side: 90 },
  { letter: 'm', side: 320 },
  { letter: 'x', side: 800 },
  { letter: 'y', side: 1280 },
] as const;

/** A photo in each box that is smaller than it, and once in its own size where that fits into a box. */
export function photoSizes(original: PictureSize): (PictureSize & { letter: string })[] {
  const longest = Math.max(original.width, original.height);
  const largest = boxes.findIndex(({ side }) => side >= longest);
  const used = largest < 0 ? boxes : boxes.slice(0, largest + 1);
  return used.map(({ letter, side }) => ({ letter, ...fitted(original, side) }));
}

/** In proportion, with both sides at most `side` and at least 1; never enlarged. */
export function fitted({ width, height }: PictureSize, side: number): PictureSize {
  const factor = Math.min(1, side / Math.max(width, height));
  const scaled = (length: number) => Math.max(1, Math.round(length * factor));
  return { width: scaled(width), height: scaled(height) };
}
