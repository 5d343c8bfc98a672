import { endOf, inOrder, type ParsedEntity } from './entity.ts';

const styleTypes = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const;
const plainTypes = new Set(['pre', 'code', 'date_time']);

export function isStyle({ type }: ParsedEntity): boolean {
  return styleTypes.some((style) => style === type);
}

/**
 * Cuts styles where another style begins in them and where another entity begins or ends, as the server does:
 * bold with italic in it is answered as two bold pieces. Styles of one kind that touch become one first;
 * there are none in code. Both lists are in order.
 */
export function cutStyles(styles: readonly ParsedEntity[], others: readonly ParsedEntity[]): ParsedEntity[] {
  const cutter = createCutter(styles);
  const around: ParsedEntity[] = [];
  const moveTo = (offset: number) => {
    for (let inner = around.at(-1); inner && endOf(inner) <= offset; inner = around.at(-1)) {
      cutter.moveTo(endOf(inner), plainTypes.has(inner.type));
      around.pop();
    }
    cutter.moveTo(offset, false);
  };
  for (const other of others) {
    moveTo(other.offset);
    around.push(other);
  }
  moveTo(Infinity);
  return inOrder(cutter.pieces);
}

type Span = { from: number; to: number };

/** Walks over the text from cut to cut. `isPlain`: what lies between the last cut and this one is dropped. */
function createCutter(styles: readonly ParsedEntity[]) {
  const pieces: ParsedEntity[] = [];
  const open = new Map<string, Span>();
  let next = 0;

  function cutAt(offset: number): void {
    for (const type of styleTypes) {
      const span = open.get(type);
      if (!span || span.from >= offset) continue;
      const to = Math.min(span.to, offset);
      pieces.push({ type, offset: span.from, length: to - span.from });
      if (to === span.to) open.delete(type);
      else span.from = to;
    }
  }

  function begin(style: ParsedEntity): void {
    const span = open.get(style.type);
    if (span && style.offset <= span.to) {
      span.to = Math.max(span.to, endOf(style));
      return;
    }
    cutAt(style.offset);
    open.set(style.type, { from: style.offset, to: endOf(style) });
  }

  return {
    pieces,
    moveTo(offset: number, isPlain: boolean) {
      const before = pieces.length;
      for (let style = styles[next]; style && style.offset < offset; style = styles[next]) {
        begin(style);
        next += 1;
      }
      cutAt(offset);
      if (isPlain) pieces.length = before;
    },
  };
}
