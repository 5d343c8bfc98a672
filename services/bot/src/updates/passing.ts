import { GrammyError, HttpError } from 'grammy';

/** Classes of SQLSTATE that pass by themselves: connection, rollback, resources, operator, system. */
const passingStates = /^(08|40|53|57|58)/;
const passingSystemCodes = /^(ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/** The driver gives these without a code. */
const passingWords =
  /connection terminated|connection ended|timeout exceeded when trying to connect|query read timeout/i;

/** True for what another attempt may not meet again: a part that is away, restarting, overloaded or in a deadlock. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HttpError) return true;
  if (error instanceof GrammyError) return error.error_code === 429 || error.error_code >= 500;
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (passingStates.test(code) || passingSystemCodes.test(code) || passingWords.test(error.message)) return true;
  return isPassing(error.cause);
}
