import { Refusal } from '../errors.ts';
import { asksFor, knownFields, readUpdateMask } from '../wire/field-mask.ts';
import { message } from '../wire/message.ts';
import { text } from '../wire/reader.ts';
import { kind } from './kind.ts';

export const SpreadsheetProperties = message('SpreadsheetProperties', {
  title: text,
  locale: text,
  timeZone: text,
  autoRecalc: text,
});

const spreadsheetFields = knownFields('title,locale,timeZone,autoRecalc');

export const updateSpreadsheetProperties = kind(
  message('UpdateSpreadsheetPropertiesRequest', { properties: SpreadsheetProperties, fields: text }),
  ({ book }, { properties = {}, fields }) => {
    const mask = readUpdateMask(fields, spreadsheetFields);
    if (asksFor(mask, 'title')) book.title = properties.title ?? '';
    if (asksFor(mask, 'locale')) book.locale = properties.locale ?? 'en_US';
    if (asksFor(mask, 'timeZone')) book.timeZone = knownTimeZone(properties.timeZone ?? 'Etc/GMT');
    if (asksFor(mask, 'autoRecalc')) book.autoRecalc = properties.autoRecalc ?? 'ON_CHANGE';
  },
);

function knownTimeZone(timeZone: string): string {
  if (Intl.supportedValuesOf('timeZone').includes(timeZone) || /^(Etc\/)?(GMT|UTC)/.test(timeZone)) return timeZone;
  throw new Refusal(`Unsupported time zone: ${timeZone}`);
}
