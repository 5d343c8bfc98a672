import { isObject } from '../json-fields.ts';
import { allowedWords } from './prose.ts';
import type { SpecifiedField, Specification } from './specification.ts';

/**
 * Of several types that a value may have, those that it comes nearest to. A problem is then told as that of an inline
 * keyboard with a bad button, say, and not as that of a reply keyboard without its keys.
 */
export function createVariants(types: Specification['types']) {
  return (wanted: readonly string[]): ((value: unknown) => readonly string[]) => {
    if (wanted.includes('InaccessibleMessage')) return messageOrInaccessible;
    const objects = wanted.filter((type) => types[type]?.fields);
    const others = wanted.filter((type) => !types[type]?.fields);
    const shapes = objects.map((type) => createShape(type, types[type]?.fields ?? []));
    return (value) => {
      if (!isObject(value) || shapes.length === 0) return wanted;
      const named = shapes.filter((shape) => shape.isNamedBy(value));
      const candidates = named.length > 0 ? named : shapes;
      const distances = candidates.map((shape) => shape.distanceTo(value));
      const least = Math.min(...distances);
      return [...candidates.filter((_, index) => distances[index] === least).map(({ type }) => type), ...others];
    };
  };
}

/** "The field can be used to differentiate regular and inaccessible messages": their date is always 0. */
const messageOrInaccessible = (value: unknown): readonly string[] =>
  isObject(value) && value['date'] === 0 ? ['InaccessibleMessage'] : ['Message'];

type Shape = {
  type: string;
  /** A field that tells variants apart holds the word of this one. */
  isNamedBy: (value: Record<string, unknown>) => boolean;
  /** How many fields are unknown or missing. */
  distanceTo: (value: Record<string, unknown>) => number;
};

function createShape(type: string, fields: readonly SpecifiedField[]): Shape {
  const known = new Set(fields.map(({ name }) => name));
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  const names = fields.flatMap((field) => {
    const words = allowedWords(field);
    return words?.length === 1 ? [[field.name, words[0]] as const] : [];
  });
  return {
    type,
    isNamedBy: (value) => names.some(([name, word]) => value[name] === word),
    distanceTo(value) {
      const unknown = Object.keys(value).filter((name) => !known.has(name)).length;
      return unknown + required.filter((name) => value[name] === undefined).length;
    },
  };
}
