import type { Clock } from '@opsheet/shared/runtime/clock';
import { ApiError, invalidArgument, Refusal, serverFailure } from './errors.ts';
import { inDriveEnvelope } from './calls/drive/drive-error.ts';
import { guardAccess } from './calls/guard-access.ts';
import { isMedia } from './calls/operation.ts';
import type { Media } from './calls/operation.ts';
import type { Drive } from './drive/drive.ts';
import type { Faults, Fault } from './faults.ts';
import { applyOutsideEdit } from './outside-edit.ts';
import type { OutsideEdit } from './outside-edit.ts';
import { exceeded } from './quota.ts';
import type { Quota } from './quota.ts';
import type { Routed } from './routes.ts';
import type { Store } from './store.ts';
import { pick, readMask } from './wire/field-mask.ts';

/** A body is JSON, unless there is a content type: then it is a text of that type. */
export type Answer = { status: number; body: unknown; contentType?: string };
/** An answer to send, or the order to cut the connection. */
export type Outcome = Answer | 'drop';

export type Service = { store: Store; drive: Drive; faults: Faults; quota: Quota; clock: Clock };
export type ApiCall = Routed & {
  user: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** The body as it came. */
  media: Media;
  signal: AbortSignal;
};

/** Serves a call of the API, with the fault that waits for it. `signal` cuts a delay short. */
export async function serveCall(service: Service, call: ApiCall): Promise<Outcome> {
  const fault = service.faults.take({ kind: call.operation.kind, path: call.path, user: call.user });
  if (fault?.delayMs !== undefined) await service.clock.sleep(fault.delayMs, call.signal);
  const early = fault && meet(service, call, { fault, when: 'before' });
  if (early) return early;
  const outcome = serve(service, call);
  return (fault && meet(service, call, { fault, when: 'after' })) ?? outcome;
}

function serve({ store, drive, quota, clock }: Service, call: ApiCall): Outcome {
  const { operation, target, user, query, body, media } = call;
  const { readFields = readMask } = operation;
  try {
    if (operation.kind !== 'drive') quota.spend(operation.kind, user);
    guardAccess({ drive, user }, operation, target);
    const fields = query.get('fields');
    const mask = fields === null || fields === '' ? undefined : readFields(fields, operation.answerFields);
    const answer = operation.run({ store, drive, user, now: new Date(clock.now()) }, target, { query, body, media });
    if (answer === undefined) return { status: 204, body: undefined };
    if (operation.media === 'answer' && isMedia(answer))
      return { status: 200, body: answer.text, contentType: answer.contentType };
    return { status: 200, body: mask ? pick(answer, mask) : answer };
  } catch (error) {
    return failure(error);
  }
}

/** The answer to a refused call. Throws what is no refusal: a mistake in the emulator. */
export function failure(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.answer.code, body: { error: error.answer } };
  if (error instanceof Refusal) return failure(invalidArgument(error.message));
  throw error;
}

function meet(
  service: Service,
  call: ApiCall,
  { fault, when }: { fault: Fault; when: 'before' | 'after' },
): Outcome | undefined {
  if ('drop' in fault) return fault.drop === when ? 'drop' : undefined;
  if (!('when' in fault) || fault.when !== when) return undefined;
  if ('hook' in fault) return editOutside(service, call, fault.hook);
  const { status } = fault;
  const { kind } = call.operation;
  const error = status === 429 ? exceeded(kind === 'write' ? 'write' : 'read', 'per user') : serverFailure(status);
  return failure(kind === 'drive' ? inDriveEnvelope(error) : error);
}

/** Nothing when the edits could be made; else an answer that no client takes for Google's. */
function editOutside({ store }: Service, { target }: ApiCall, edits: readonly OutsideEdit[]): Outcome | undefined {
  try {
    const spreadsheetId = target.spreadsheetId || target.fileId;
    const { owner } = store.get(spreadsheetId);
    store.edit(spreadsheetId, owner, (edit) => edits.forEach((one) => applyOutsideEdit(edit, one)));
    return undefined;
  } catch (error) {
    const message = `The hook of a fault could not be applied: ${JSON.stringify(failure(error).body)}`;
    return { status: 500, body: { error: { code: 500, status: 'INTERNAL', message } } };
  }
}
