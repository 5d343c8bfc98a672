import { endOf, inOrder, type ParsedEntity } from './entity.ts';
import { cutStyles, isStyle } from './styles.ts';

/**
 * Which entities may stand in which (the rules of the server): links, mentions, code and the like exclude each other,
 * the first in order stays; they may stand in a quotation but not cross its edge; quotations do not nest;
 * styles (bold and so on) are cut so that they cross nothing.
 */
export function nested(entities: readonly ParsedEntity[]): ParsedEntity[] {
  const { styles, quotations, solid } = sorted(entities);
  const quoted = withoutOverlap(quotations);
  const others = withoutCrossing(withoutOverlap(solid), quoted);
  return combined(styles, inOrder([...others, ...quoted]));
}

/** Adds what the server has found by itself wherever it meets nothing that was given and crosses no quotation. */
export function withFound(given: readonly ParsedEntity[], found: readonly ParsedEntity[]): ParsedEntity[] {
  if (found.length === 0) return [...given];
  const { styles, quotations, solid } = sorted(given);
  const free = withoutCrossing(found, quotations).filter((one) => !solid.some((other) => overlap(one, other)));
  return combined(styles, inOrder([...solid, ...free, ...quotations]));
}

/** Of entities that share characters, the first. */
export function withoutOverlap(entities: readonly ParsedEntity[]): ParsedEntity[] {
  let end = 0;
  return inOrder(entities).filter((entity) => {
    if (entity.offset < end) return false;
    end = endOf(entity);
    return true;
  });
}

export function isQuotation({ type }: ParsedEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote';
}

function sorted(entities: readonly ParsedEntity[]) {
  const rest = entities.filter((entity) => !isStyle(entity));
  return {
    styles: inOrder(entities.filter(isStyle)),
    quotations: rest.filter(isQuotation),
    solid: rest.filter((entity) => !isQuotation(entity)),
  };
}

function combined(styles: readonly ParsedEntity[], others: readonly ParsedEntity[]): ParsedEntity[] {
  return styles.length === 0 ? [...others] : inOrder([...others, ...cutStyles(styles, others)]);
}

function withoutCrossing(entities: readonly ParsedEntity[], quotations: readonly ParsedEntity[]): ParsedEntity[] {
  return entities.filter(
    (entity) => !quotations.some((quotation) => overlap(entity, quotation) && !contains(quotation, entity)),
  );
}

function contains(outer: ParsedEntity, inner: ParsedEntity): boolean {
  return outer.offset <= inner.offset && endOf(inner) <= endOf(outer);
}

function overlap(one: ParsedEntity, other: ParsedEntity): boolean {
  return one.offset < endOf(other) && other.offset < endOf(one);
}
