import { inOrder, type ParsedEntity, type ParsedText } from '../entity.ts';
import { closesMark, isEscape, markOf, reservedIn, type OpenMark } from './markdown-v2-mark.ts';
import { closedEntity } from './markdown-v2-entity.ts';
import { byteOffset, cannotParse } from './parse-error.ts';

/** `MarkdownV2`: marks that nest, and quotations that lines beginning with `>` make. Throws the server's errors. */
export function parseMarkdownV2(source: string): ParsedText {
  const entities: ParsedEntity[] = [];
  const open: OpenMark[] = [];
  let text = '';
  let at = 0;
  let isQuoting = false;
  let atLineStart = true;

  const fail = (mark: OpenMark) =>
    cannotParse(`Can't find end of ${mark.name} entity at ${byteOffset(source, mark.start)}`);

  function copy(character: string, width: number): void {
    text += character;
    at += width;
    if (character !== '\r') atLineStart = character === '\n';
  }

  function begin(): void {
    const character = source.charAt(at);
    if (character === '\n') return copy(character, 1);
    const mark = markOf(source, at, atLineStart);
    at = mark.end;
    if (mark.name !== 'BlockQuote') return void open.push({ ...mark, offset: text.length });
    if (!isQuoting) open.push({ ...mark, offset: text.length });
    isQuoting = true;
  }

  function close(mark: OpenMark): void {
    const { entity, end } = closedEntity(source, at, { mark, inner: text.slice(mark.offset) });
    if (entity && text.length > mark.offset) entities.push(entity);
    open.pop();
    at = end;
  }

  /** A line break that is not followed by `>`, or the end. Two bars just before make the quotation expandable. */
  function closeQuotation(): void {
    let mark = open.at(-1);
    const spoilerEnd = text.endsWith('\r') && source.charAt(at - 1) === '\r' ? at - 1 : at;
    const isExpandable = mark?.name === 'Spoiler' && mark.start === spoilerEnd - 2;
    if (isExpandable) {
      open.pop();
      mark = open.at(-1);
    }
    if (!mark) return;
    if (mark.name !== 'BlockQuote') throw fail(mark);
    if (at < source.length) copy('\n', 1);
    const length = text.length - mark.offset;
    const type = isExpandable ? 'expandable_blockquote' : 'blockquote';
    if (length > 0) entities.push({ type, offset: mark.offset, length });
    isQuoting = false;
    open.pop();
  }

  while (at < source.length) {
    const mark = open.at(-1);
    const character = source.charAt(at);
    if (isEscape(source, at)) copy(source.charAt(at + 1), 2);
    else if (!reservedIn(mark).includes(character)) copy(character, 1);
    else if (isQuoting && character === '\n' && source.charAt(at + 1) !== '>') closeQuotation();
    else if (mark && closesMark(mark, source, at)) close(mark);
    else begin();
  }
  if (isQuoting) closeQuotation();
  const unclosed = open.at(-1);
  if (unclosed) throw fail(unclosed);
  return { text, entities: inOrder(entities) };
}
