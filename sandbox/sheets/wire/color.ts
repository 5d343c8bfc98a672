import { isLeaf } from './field-mask.ts';
import type { FieldMask } from './field-mask.ts';
import { message } from './message.ts';
import { float, mapped, oneOf } from './reader.ts';
import type { Read, Reader } from './reader.ts';

/**
 * Sheets has every colour twice: as `tabColor`, deprecated, and as `tabColorStyle`, which may name a colour of the theme
 * and counts where both are given. Only the style is kept; answers get the other one back from `withPlainColors`.
 */
const isPlain = (name: string) => /^color$|[a-z]Color$/.test(name) && name !== 'rgbColor' && name !== 'themeColor';
const styleOf = (name: string) => `${name}Style`;

/** Parts that are 0 are left out, as Google does: black is `{}`. Transparency is taken and dropped. */
const Color = mapped(
  message('Color', { red: float, green: float, blue: float, alpha: float }),
  ({ red = 0, green = 0, blue = 0 }) => ({
    ...(red !== 0 && { red }),
    ...(green !== 0 && { green }),
    ...(blue !== 0 && { blue }),
  }),
);

export const ColorStyle = message('ColorStyle', {
  rgbColor: Color,
  themeColor: oneOf('ThemeColorType', [
    'TEXT',
    'BACKGROUND',
    'ACCENT1',
    'ACCENT2',
    'ACCENT3',
    'ACCENT4',
    'ACCENT5',
    'ACCENT6',
    'LINK',
  ]),
});
export type ColorStyle = Read<typeof ColorStyle>;

/** A colour as a message has it: both names, to be spread into its fields. */
export const colorFields = <const N extends string>(name: N) =>
  // A computed name loses its type; these are the two names that it can have.
  ({ [name]: Color, [styleOf(name)]: ColorStyle }) as Record<N, typeof Color> & Record<`${N}Style`, typeof ColorStyle>;

/** A message whose colours are kept as styles only. A style that says nothing is none. */
export function inStyles<T extends object>(reader: Reader<T>): Reader<T> {
  return mapped(reader, (read) => {
    const entries = Object.entries(read);
    const plain = entries
      .filter(([name]) => isPlain(name))
      .map(([name, color]) => [styleOf(name), { rgbColor: color }]);
    const others = entries.filter(([name, value]) => !isPlain(name) && !isEmptyStyle(name, value));
    // Every field of a message may be absent, and a style takes the place of a colour under its own declared name.
    return Object.fromEntries([...plain, ...others]) as T;
  });
}

const isEmptyStyle = (name: string, value: object) => name.endsWith('Style') && Object.keys(value).length === 0;

/** A mask that names colours by either name, with the names that are kept. */
export function styleMask(mask: FieldMask): FieldMask {
  return Object.fromEntries(
    Object.entries(mask).map(([name, below]) => {
      if (!isPlain(name)) return [name, styleMask(below)];
      return [styleOf(name), isLeaf(below) ? below : { rgbColor: below }];
    }),
  );
}

/** The colours of a theme by name, e.g. `{LINK: {red: 0.07, …}}`. */
export type ThemeColors = Readonly<Record<string, object | undefined>>;

/** What an answer shows of something kept: beside every style its colour, a theme's colours resolved. */
export function withPlainColors(kept: unknown, theme: ThemeColors): unknown {
  if (Array.isArray(kept)) return kept.map((item) => withPlainColors(item, theme));
  if (typeof kept !== 'object' || kept === null) return kept;
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) => {
      const shown = [name, withPlainColors(value, theme)];
      return /[cC]olorStyle$/.test(name)
        ? [[name.slice(0, -'Style'.length), plainColor(value, theme)], shown]
        : [shown];
    }),
  );
}

/** The colour that a style means. */
export const plainColor = ({ rgbColor, themeColor }: ColorStyle, theme: ThemeColors) =>
  rgbColor ?? theme[themeColor ?? ''] ?? {};
