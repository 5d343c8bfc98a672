import { fractionOf } from '../format/serial.ts';
import type { TypedNumber } from './typed-number.ts';

const time = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([AaPp][Mm]))?$/;

/** Reads `10:30`, `22:15:00` and `3:05 pm`, alike in every locale. */
export function typedTime(text: string): TypedNumber | undefined {
  const [, hourText = '', minute = '', second, half] = time.exec(text) ?? [];
  if (hourText === '') return undefined;
  const hour = half ? (Number(hourText) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hourText);
  const value = fractionOf({ hour, minute: Number(minute), second: Number(second ?? 0) });
  if (value === undefined) return undefined;
  return { value, numberFormat: { type: 'TIME', pattern: `h:mm${second ? ':ss' : ''}${half ? ' AM/PM' : ''}` } };
}
