import { colorFields, inStyles } from './color.ts';
import { message } from './message.ts';
import { GridRange } from './messages.ts';
import { int32, text } from './reader.ts';
import type { Read } from './reader.ts';

const BandingProperties = inStyles(
  message('BandingProperties', {
    ...colorFields('headerColor'),
    ...colorFields('firstBandColor'),
    ...colorFields('secondBandColor'),
    ...colorFields('footerColor'),
  }),
);
export type BandingProperties = Read<typeof BandingProperties>;

export const BandedRange = message('BandedRange', {
  bandedRangeId: int32,
  bandedRangeReference: text,
  range: GridRange,
  rowProperties: BandingProperties,
  columnProperties: BandingProperties,
});
export type BandedRange = Read<typeof BandedRange>;
