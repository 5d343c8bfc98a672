import { badRequest } from '../api-error.ts';
import { endOf, type ParsedEntity, type ParsedText } from './entity.ts';

const largest = 1_000_000;
/** Tabs and other control characters; the server shows a space for each. */
const control = /[^\P{Cc}\n\r\u007f-\u009f]/gu;
/** Carriage returns, the marks that steer writing direction, and combining lines: taken out. */
const unwanted = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/g;

/** Takes unwanted characters out of the text and moves the entities along. Throws for entities that do not fit the text. */
export function cleaned({ text, entities }: ParsedText): ParsedText {
  for (const entity of entities) checkRange(entity);
  const filled = entities.filter(({ length }) => length > 0);
  for (const entity of filled) checkPlace(text, entity);
  const shorter = text.replace(control, ' ').replace(unwanted, '');
  if (shorter.length === text.length) return { text: shorter, entities: filled };
  const positions = positionsAfter(text);
  const moved = filled.map((entity) => {
    const offset = positions[entity.offset] ?? 0;
    return { ...entity, offset, length: (positions[endOf(entity)] ?? 0) - offset };
  });
  return { text: shorter, entities: moved.filter(({ length }) => length > 0) };
}

function checkRange({ offset, length }: ParsedEntity): void {
  if (offset < 0 || offset > largest) throw badRequest(`Receive an entity with incorrect offset ${offset}`);
  if (length < 0 || length > largest) throw badRequest(`Receive an entity with incorrect length ${length}`);
}

function checkPlace(text: string, entity: ParsedEntity): void {
  const { offset } = entity;
  const end = endOf(entity);
  if (offset > text.length) throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (isInsideCharacter(text, offset)) {
    throw badRequest(`Entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset)}`);
  }
  const named = `Entity beginning at UTF-16 offset ${offset}`;
  if (end > text.length) throw badRequest(`${named} ends after the end of the text at UTF-16 offset ${end}`);
  if (isInsideCharacter(text, end)) {
    throw badRequest(`${named} ends in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, end)}`);
  }
}

function isInsideCharacter(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** The server notices at the next character. */
function bytesBefore(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset + 1));
}

/** For each offset of `text`, and for its end, where it is once the unwanted characters are out. */
function positionsAfter(text: string): number[] {
  const positions = [0];
  for (const unit of text.split('')) {
    const isKept = unit.replace(unwanted, '').length;
    positions.push((positions.at(-1) ?? 0) + isKept);
  }
  return positions;
}
