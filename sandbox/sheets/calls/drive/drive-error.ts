import { ApiError } from '../../errors.ts';

type DriveProblem = { code: number; message: string; reason: string; parameter?: string };

/** Drive answers with the older envelope: a list of errors and no status. */
export function driveError({ code, message, reason, parameter }: DriveProblem): ApiError {
  const location = parameter === undefined ? {} : { locationType: 'parameter', location: parameter };
  return new ApiError({ code, message, errors: [{ message, domain: 'global', reason, ...location }] });
}

export const fileNotFound = (fileId: string) =>
  driveError({ code: 404, message: `File not found: ${fileId}.`, reason: 'notFound', parameter: 'fileId' });

export const invalidParameter = (parameter: string) =>
  driveError({ code: 400, message: 'Invalid Value', reason: 'invalid', parameter });

export const badRequest = (message: string) => driveError({ code: 400, message, reason: 'badRequest' });

export const required = (parameter: string) =>
  driveError({ code: 400, message: `Required parameter: ${parameter}`, reason: 'required', parameter });

export const forbidden = (message: string, reason = 'forbidden') => driveError({ code: 403, message, reason });

/** An error in the envelope of Drive: what the readers of requests throw is in that of Sheets. */
export function inDriveEnvelope(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.answer.errors) return error;
  const { code, message } = error.answer;
  return driveError({ code, message, reason: reasons[code] ?? 'backendError' });
}

const reasons: Readonly<Record<number, string>> = {
  400: 'badRequest',
  404: 'notFound',
  429: 'rateLimitExceeded',
  500: 'internalError',
};
