import type { ParsedEntity } from '../entity.ts';

const number = /(?<![\p{L}\p{N}_+])\+\d(?:[ ().-]{0,2}\d){6,14}(?![\p{L}\p{N}_])/gu;

/** An international number. Which others the server takes for one is not published. */
export function findPhoneNumbers(text: string): ParsedEntity[] {
  return [...text.matchAll(number)].map((found) => ({
    type: 'phone_number',
    offset: found.index,
    length: found[0].length,
  }));
}
