import { z } from 'zod';
import { unauthenticated } from './errors.ts';

const Claims = z.object({ iss: z.string().optional(), sub: z.string().optional() });

/**
 * The user of a bearer token: the `iss` of a service account's own JWT (`sub` when it acts for somebody), else the token
 * itself, so that any text may be a person. Nothing is verified. Throws the 401 when there is no token.
 */
export function userOf(authorization: string | undefined): string {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthenticated();
  return userOfJwt(token) ?? token;
}

export function userOfJwt(token: string): string | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    return claims.sub ?? claims.iss;
  } catch {
    // Three parts and no JSON: an opaque token that happens to have two dots.
    return undefined;
  }
}

/**
 * The answer of the OAuth token address, `/token`: a token that stands for the user of the assertion, or for the refresh
 * token. undefined when the form has neither.
 */
export function exchange(
  form: URLSearchParams,
): { access_token: string; token_type: 'Bearer'; expires_in: number } | undefined {
  const assertion = form.get('assertion');
  const user = assertion === null ? form.get('refresh_token') : userOfJwt(assertion);
  return user ? { access_token: user, token_type: 'Bearer', expires_in: 3599 } : undefined;
}

/**
 * The Google project that a user's program belongs to: a service account's address names it. Of everybody else nothing is
 * known, so they count as users of one program.
 */
export const projectOf = (user: string) => /@(.+)\.iam\.gserviceaccount\.com$/.exec(user)?.[1] ?? 'emulator';
