import { isObject } from '../json-fields.ts';
import { shown, type Check, type Problem } from './problem.ts';

/**
 * The frame around every answer, which the specification describes in prose ("Making requests"): `ok` with a `result`,
 * or not `ok` with an `error_code` and a `description`, perhaps with `parameters` that say what to do about it.
 */
export function checkEnvelope(body: unknown, at: string, responseParameters: Check): readonly Problem[] {
  if (!isObject(body)) return [`${at} ${shown(body)} is no object`];
  const { ok, parameters, ...others } = body;
  if (typeof ok !== 'boolean') return [`${at} ok: ${shown(ok)} is no Boolean`];
  return [
    ...checkMembers(others, at, ok ? success : refusal),
    ...(parameters === undefined ? [] : responseParameters(parameters, `${at} parameters`)),
    ...(ok && parameters !== undefined ? [`${at} parameters: belong to a refusal`] : []),
  ];
}

type Member = { required: boolean; isFine: (value: unknown) => boolean };

const isText = (value: unknown): boolean => typeof value === 'string';

const success: Record<string, Member> = {
  result: { required: true, isFine: () => true },
  description: { required: false, isFine: isText },
};

const refusal: Record<string, Member> = {
  error_code: { required: true, isFine: Number.isSafeInteger },
  description: { required: true, isFine: isText },
};

function checkMembers(body: Record<string, unknown>, at: string, members: Record<string, Member>): Problem[] {
  const missing = Object.keys(members).filter((name) => members[name]?.required && body[name] === undefined);
  const wrong = Object.entries(body).filter(([name, value]) => !members[name]?.isFine(value));
  return [
    ...missing.map((name) => `${at} ${name}: is missing`),
    ...wrong.map(([name, value]) => `${at} ${name}: ${shown(value)} does not belong there`),
  ];
}
