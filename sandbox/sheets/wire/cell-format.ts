import { Refusal } from '../errors.ts';
import { colorFields, inStyles } from './color.ts';
import { message } from './message.ts';
import { bool, int32, mapped, oneOf, text } from './reader.ts';
import type { Read } from './reader.ts';

/** How cells and runs of text look. Names that are not here are refused as unknown, as Google refuses them. */

const NumberFormat = message('NumberFormat', {
  type: oneOf('NumberFormatType', ['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY', 'DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC']),
  pattern: mapped(text, bounded),
});

/** Far more than anybody writes: taking a pattern apart costs the square of its length. */
const maxPattern = 1_000;

function bounded(pattern: string): string {
  if (pattern.length <= maxPattern) return pattern;
  throw new Refusal(`The pattern of a number format has more than ${maxPattern} characters.`);
}

export const TextFormat = inStyles(
  message('TextFormat', {
    ...colorFields('foregroundColor'),
    fontFamily: text,
    fontSize: int32,
    bold: bool,
    italic: bool,
    strikethrough: bool,
    underline: bool,
    link: message('Link', { uri: text }),
  }),
);
export type TextFormat = Read<typeof TextFormat>;

/** A link is underlined and in the theme's colour for links unless the same request says otherwise (discovery text). */
const withLinkLook = (textFormat: TextFormat): TextFormat => ({
  ...(textFormat.link?.uri !== undefined && { foregroundColorStyle: { themeColor: 'LINK' }, underline: true }),
  ...textFormat,
});

/** A run starts at a character, counted in UTF-16 units, and goes on to the next one. */
export const TextFormatRun = mapped(
  message('TextFormatRun', { startIndex: int32, format: TextFormat }),
  ({ startIndex, format = {} }) => ({ ...(startIndex && { startIndex }), format: withLinkLook(format) }),
);
export type TextFormatRun = Read<typeof TextFormatRun>;

/** The width follows from the style; only an old request gives the width alone. */
const widths = { DOTTED: 1, DASHED: 1, SOLID: 1, SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 } as const;
const styles = { 1: 'SOLID', 2: 'SOLID_MEDIUM', 3: 'SOLID_THICK' } as const;

const AnyBorder = inStyles(
  message('Border', {
    style: oneOf('Style', ['NONE', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE']),
    width: int32,
    ...colorFields('color'),
  }),
);

/** A border without a colour is black. One of the style NONE is read as `'none'`: it takes a border away. */
export const Border = mapped(AnyBorder, ({ style, width = 0, colorStyle = { rgbColor: {} } }) => {
  const drawn = style ?? (width === 1 || width === 2 || width === 3 ? styles[width] : 'NONE');
  return drawn === 'NONE' ? ('none' as const) : { style: drawn, width: widths[drawn], colorStyle };
});
export type Border = Read<typeof Border>;

const AnyCellFormat = inStyles(
  message('CellFormat', {
    numberFormat: NumberFormat,
    ...colorFields('backgroundColor'),
    borders: message('Borders', { top: Border, bottom: Border, left: Border, right: Border }),
    padding: message('Padding', { top: int32, right: int32, bottom: int32, left: int32 }),
    horizontalAlignment: oneOf('HorizontalAlign', ['LEFT', 'CENTER', 'RIGHT']),
    verticalAlignment: oneOf('VerticalAlign', ['TOP', 'MIDDLE', 'BOTTOM']),
    wrapStrategy: oneOf('WrapStrategy', ['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP']),
    textDirection: oneOf('TextDirection', ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT']),
    textFormat: TextFormat,
    hyperlinkDisplayType: oneOf('HyperlinkDisplayType', ['LINKED', 'PLAIN_TEXT']),
    textRotation: message('TextRotation', { angle: int32, vertical: bool }),
  }),
);

/** What says nothing is left out: a number format without a type, a border of the style NONE, a padding of 0. */
export const CellFormat = mapped(AnyCellFormat, ({ numberFormat, borders, padding, textFormat, ...rest }) => ({
  ...rest,
  ...(numberFormat?.type && { numberFormat: { ...numberFormat, type: numberFormat.type } }),
  ...nonEmpty('borders', borders, (border) => border !== 'none'),
  ...nonEmpty('padding', padding, (pixels) => pixels !== 0),
  ...nonEmpty('textFormat', textFormat && withLinkLook(textFormat)),
}));

function nonEmpty<const N extends string>(
  name: N,
  parts: object | undefined,
  counts: (part: unknown) => boolean = () => true,
): { [K in N]?: object } {
  const kept = Object.fromEntries(Object.entries(parts ?? {}).filter(([, part]) => counts(part)));
  // A computed name loses its type; it is the one given.
  return Object.keys(kept).length > 0 ? ({ [name]: kept } as { [K in N]?: object }) : {};
}
