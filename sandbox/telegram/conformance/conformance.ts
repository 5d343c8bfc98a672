import { isObject } from '../json-fields.ts';
import { checkEnvelope } from './envelope.ts';
import { createFieldsCheck, type FieldsCheck } from './fields-check.ts';
import { fine, shown, type Check, type Problem } from './problem.ts';
import { exclusiveFields } from './prose.ts';
import { decodeParameters } from './sent-parameters.ts';
import type { SpecifiedField, SpecifiedType, Specification } from './specification.ts';
import { createVariants } from './variants.ts';

export type Conformance = {
  /** `parameters` as they were sent: JSON values, or the strings of a form. */
  request: (method: string, parameters: Record<string, unknown>) => readonly Problem[];
  /** The body of an answer. Without a method it can only be a refusal. */
  answer: (method: string | undefined, body: unknown) => readonly Problem[];
  update: (update: unknown) => readonly Problem[];
};

/** Holds requests, answers and updates against the published Bot API. Strict: an unknown field is a problem. */
export function createConformance(specification: Specification): Conformance {
  const { methods } = specification;
  const types = createTypeChecks(specification);
  return {
    request(method, sent) {
      const fields = methods[method]?.fields ?? [];
      if (!methods[method]) return [`${method}: the specification has no such method`];
      const { parameters, problems } = decodeParameters(method, fields, sent);
      return [...problems, ...types.fields(fields)(parameters, method)];
    },
    answer(method, body) {
      const at = `${method ?? 'a refusal'} →`;
      const problems = checkEnvelope(body, at, types.of('ResponseParameters'));
      if (problems.length > 0 || !isObject(body) || body['ok'] !== true) return problems;
      const returns = method === undefined ? undefined : methods[method]?.returns;
      return returns ? types.any(returns)(body['result'], `${at} result`) : [`${at} result: nothing is to be had`];
    },
    update: (update) => types.of('Update')(update, 'update'),
  };
}

type TypeChecks = {
  of: (type: string) => Check;
  any: (types: readonly string[]) => Check;
  fields: (fields: readonly SpecifiedField[]) => FieldsCheck;
};

/** One check for each type, made when the type is first met: the prose is read once, not with each message. */
function createTypeChecks({ types }: Specification): TypeChecks {
  const variantsFor = createVariants(types);
  const made = new Map<string, Check>();
  const madeForFields = new WeakMap<readonly SpecifiedField[], FieldsCheck>();
  const madeForAny = new WeakMap<readonly string[], Check>();

  function of(type: string): Check {
    const known = made.get(type);
    if (known) return known;
    // Types contain themselves, so this one has to be known before it is built.
    made.set(type, (value, at) => built(value, at));
    const built = build(type);
    made.set(type, built);
    return built;
  }

  function build(type: string): Check {
    const primitive = primitives[type];
    if (primitive) return (value, at) => (primitive(value) ? fine : [`${at}: ${shown(value)} is no ${type}`]);
    if (type.startsWith(arrayOf)) return list(type, of(type.slice(arrayOf.length)));
    const described = types[type];
    if (!described) return (_, at) => [`${at}: the specification has no type ${type}`];
    return described.subtypes ? any(described.subtypes) : object(type, described);
  }

  function object(type: string, described: SpecifiedType): Check {
    const checkFields = fields(described.fields ?? []);
    const exclusive = exclusiveFields(described);
    return (value, at) => {
      // Prose only: "For simple text buttons, String can be used instead of this object".
      if (type === 'KeyboardButton' && typeof value === 'string') return fine;
      if (!isObject(value)) return [`${at}: ${shown(value)} is no ${type}`];
      const problems = checkFields(value, at);
      const used = exclusive?.names.filter((name) => value[name] !== undefined) ?? [];
      if (!exclusive || (used.length >= exclusive.least && used.length <= 1)) return problems;
      const wanted = exclusive.least === 1 ? 'exactly one' : 'at most one';
      return [...problems, `${at}: ${wanted} field says what it is, not ${used.join(' and ') || 'none'}`];
    };
  }

  function any(wanted: readonly string[]): Check {
    const known = madeForAny.get(wanted) ?? buildAny(wanted);
    madeForAny.set(wanted, known);
    return known;
  }

  /** What is wrong with the value as that variant which it comes nearest to. */
  function buildAny(wanted: readonly string[]): Check {
    if (wanted.length === 1) return of(wanted[0] ?? '');
    // An album is declared as one of several arrays, and may mix photos and videos all the same.
    if (wanted.every((type) => type.startsWith(arrayOf))) {
      return list(wanted.join(' or '), any(wanted.map((type) => type.slice(arrayOf.length))));
    }
    const variantsOf = variantsFor(wanted);
    return (value, at) => {
      let best: readonly Problem[] | undefined;
      for (const type of variantsOf(value)) {
        const problems = of(type)(value, at);
        if (problems.length === 0) return fine;
        if (!best || problems.length < best.length) best = problems;
      }
      return best ?? fine;
    };
  }

  function fields(given: readonly SpecifiedField[]): FieldsCheck {
    const known = madeForFields.get(given);
    if (known) return known;
    const check = createFieldsCheck(given, any);
    madeForFields.set(given, check);
    return check;
  }

  return { of, any, fields };
}

const arrayOf = 'Array of ';

function list(type: string, item: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return [`${at}: ${shown(value)} is no ${type}`];
    return value.flatMap((one, index) => item(one, `${at}[${index}]`));
  };
}

const primitives: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  // An upload, as the emulator records it.
  InputFile: (value) => isObject(value) && typeof value['file'] === 'string',
};
