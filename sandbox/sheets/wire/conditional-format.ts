import { CellFormat } from './cell-format.ts';
import { colorFields, inStyles } from './color.ts';
import { BooleanCondition } from './condition.ts';
import { message } from './message.ts';
import { GridRange } from './messages.ts';
import { list, oneOf, text } from './reader.ts';
import type { Read } from './reader.ts';

const InterpolationPoint = inStyles(
  message('InterpolationPoint', {
    ...colorFields('color'),
    type: oneOf('InterpolationPointType', ['MIN', 'MAX', 'NUMBER', 'PERCENT', 'PERCENTILE']),
    value: text,
  }),
);

export const ConditionalFormatRule = message('ConditionalFormatRule', {
  ranges: list(GridRange),
  booleanRule: message('BooleanRule', { condition: BooleanCondition, format: CellFormat }),
  gradientRule: message('GradientRule', {
    minpoint: InterpolationPoint,
    midpoint: InterpolationPoint,
    maxpoint: InterpolationPoint,
  }),
});
export type ConditionalFormatRule = Read<typeof ConditionalFormatRule>;
