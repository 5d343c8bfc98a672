import { z } from 'zod';
import { apiKeyRefused, invalidCredentials, missingCredential } from './errors.ts';

const Claims = z.object({
  iss: z.string().optional(),
  sub: z.string().optional(),
  aud: z.string().optional(),
  /** Seconds. */
  iat: z.number().optional(),
  exp: z.number().optional(),
});
type Claims = z.infer<typeof Claims>;

/** A token is good for an hour. */
const lifetimeSeconds = 3_600;

/** What a call says of who makes it: the header, the API key in its query or header, and what it is about to do. */
export type Credentials = {
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
  readonly method: string;
};

/**
 * The user of a bearer token: the `iss` of a service account's own JWT (`sub` when it acts for somebody), else the token
 * itself, so that any text may be a person. No signature is verified. Without a token, any API key may GET, as from a
 * sheet that is public. Throws the 401 when there is neither, when a key would do more, or for a JWT that has expired or
 * was made for another service.
 */
export function userOf({ authorization, apiKey, method }: Credentials, nowMs: number): string {
  if (authorization === undefined && apiKey) return anonymous(apiKey, method);
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw missingCredential();
  const claims = claimsOf(token);
  if (!claims) return token;
  if (!isTimely(claims, nowMs) || !isForUs(claims)) throw invalidCredentials();
  return claims.sub ?? claims.iss ?? token;
}

/** With a blank in it, the name can be no token's. */
function anonymous(apiKey: string, method: string): string {
  if (method !== 'GET') throw apiKeyRefused();
  return `API key ${apiKey}`;
}

function claimsOf(token: string): Claims | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    // Three parts and no JSON: an opaque token that happens to have two dots.
    return undefined;
  }
}

/** A claim that is left out is not looked at: a JWT made by hand for a test may have none. */
function isTimely({ iat, exp }: Claims, nowMs: number): boolean {
  if (exp !== undefined && exp * 1000 <= nowMs) return false;
  return iat === undefined || exp === undefined || exp - iat <= lifetimeSeconds;
}

/** For an API of Google's, or for this machine. */
function isForUs({ aud }: Claims): boolean {
  if (aud === undefined) return true;
  const host = URL.canParse(aud) ? new URL(aud).hostname : '';
  return ['sheets.googleapis.com', 'www.googleapis.com', '127.0.0.1', 'localhost'].includes(host);
}

type Token = { access_token: string; token_type: 'Bearer'; expires_in: number };
type Refusal = { error: string; error_description: string };

/** What the OAuth token address, `/token`, answers: a token that stands for the user of the assertion or the refresh token. */
export function exchange(form: URLSearchParams, nowMs: number): Token | Refusal {
  const assertion = form.get('assertion');
  const claims = assertion === null ? undefined : claimsOf(assertion);
  if (claims && !isTimely(claims, nowMs)) {
    return invalidGrant(
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. ' +
        'Check your iat and exp values in the JWT claim.',
    );
  }
  const user = claims ? (claims.sub ?? claims.iss) : form.get('refresh_token');
  if (!user) return invalidGrant('The form has neither a refresh_token nor an assertion.');
  return { access_token: user, token_type: 'Bearer', expires_in: 3599 };
}

const invalidGrant = (description: string): Refusal => ({ error: 'invalid_grant', error_description: description });

/**
 * The Google project that a user's program belongs to: a service account's address names it. Of everybody else nothing is
 * known, so they count as users of one program.
 */
export const projectOf = (user: string) => /@(.+)\.iam\.gserviceaccount\.com$/.exec(user)?.[1] ?? 'emulator';
