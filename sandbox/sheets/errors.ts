/** What is wrong with one field of a request, as Google reports it in `details[].fieldViolations`. */
export type Violation = { field?: string; description: string };

/**
 * The spreadsheet refuses an edit or a read; the message is in Google's words, without the `Invalid requests[0].kind: `
 * that batchUpdate puts before it. Thrown by everything that knows cells but no HTTP.
 */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Sheets answers with a status and details, Drive with a list of errors. */
type Answer = {
  code: number;
  message: string;
  status?: string;
  details?: readonly unknown[];
  errors?: readonly unknown[];
};

/** A request that is answered with an error: the JSON body is `{error: answer}` and the HTTP status `answer.code`. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(answer.message);
    this.answer = answer;
  }
}

export const invalidArgument = (message: string, details?: readonly unknown[]) =>
  new ApiError({ code: 400, status: 'INVALID_ARGUMENT', message, ...(details && { details }) });

/** The error for a body or a query that does not fit its message: one line per violation, and all of them as details. */
export const badFields = (violations: readonly Violation[]) =>
  invalidArgument(violations.map((one) => one.description).join('\n'), [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);

export const entityNotFound = () =>
  new ApiError({ code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' });

/** The body is JSON where Google's is a page of HTML: a client reads neither. */
export const unknownAddress = (path: string) =>
  new ApiError({ code: 404, status: 'NOT_FOUND', message: `The requested URL ${path} was not found on this server.` });

const unauthenticated = (what: string) =>
  new ApiError({
    code: 401,
    status: 'UNAUTHENTICATED',
    message:
      `Request ${what}. Expected OAuth 2 access token, login cookie or other valid authentication credential. ` +
      'See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  });

/** What a sheet that nobody shared with the caller is answered with (recorded). */
export const permissionDenied = () =>
  new ApiError({ code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' });

/** The text and the reason are those of several APIs of Google's. The name of the method, which they add, is left out. */
export const apiKeyRefused = () =>
  new ApiError({
    code: 401,
    status: 'UNAUTHENTICATED',
    message:
      'API keys are not supported by this API. Expected OAuth2 access token or other authentication credentials that ' +
      'assert a principal. See https://cloud.google.com/docs/authentication',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'CREDENTIALS_MISSING',
        domain: 'googleapis.com',
        metadata: { service: 'sheets.googleapis.com' },
      },
    ],
  });

export const missingCredential = () => unauthenticated('is missing required authentication credential');

export const invalidCredentials = () => unauthenticated('had invalid authentication credentials');

export const bodyTooLarge = (limitBytes: number) =>
  invalidArgument(`Request payload size exceeds the limit: ${limitBytes} bytes.`);

const failures = {
  429: { status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).' },
  500: { status: 'INTERNAL', message: 'Internal error encountered.' },
  503: { status: 'UNAVAILABLE', message: 'The service is currently unavailable.' },
} as const;

/** The failures of Google's that are nobody's fault. A 429 of the quota says more: see quota.ts. */
export const serverFailure = (code: keyof typeof failures) => new ApiError({ code, ...failures[code] });
