import { z } from 'zod';
import type { Watch } from '../../watch.ts';
import type { CallLog } from '../call-log.ts';
import type { Drive } from '../drive/drive.ts';
import type { Faults } from '../faults.ts';
import { OutsideEdit } from '../outside-edit.ts';
import type { Quota } from '../quota.ts';
import type { Store } from '../store.ts';
import { checked, ok, problem } from './answer.ts';
import type { ControlAnswer, ControlRequest } from './answer.ts';
import { answerDriveControl } from './drive.ts';
import { answerWorkbookControl } from './workbook.ts';

/**
 * The control address: what tests and the sandbox do to the emulator, beside the API and not counted with it. Bodies and
 * answers are JSON; no token is needed.
 *
 * GET    /control/stats        {since, reads, writes, byName: {"spreadsheets.values.get": 3}, byUser: {user: {reads, writes}},
 *                              calls: [{time, user, name, kind, path, status}]}: counts since the start or the last
 *                              reset, and the last 200 calls; `status` is "dropped" where the connection was cut
 * POST   /control/reset-stats  begins the counts anew
 * GET    /control/spreadsheets/{id}  {revision}, which grows with every change of the workbook while the emulator runs; with
 *                              ?after=REVISION&wait=SECONDS as soon as it is another one
 * GET    /control/faults       {faults}: those that no call has met yet
 * POST   /control/faults       {match?: {method?: "read" | "write", path?, user?}, times?, fault}: queues a fault for the
 *                              next `times` (1) calls by `user` whose path and query, as sent, contain `path`. A call has one fault,
 *                              the first that matches. `fault` is one of
 *                                {status: 429 | 500 | 503, when?}     that answer, "before" (default) or "after" the effect
 *                                {drop: "before" | "after"}           the connection is cut
 *                                {delayMs}                            the call waits that long, then is served; beside
 *                                                                     another fault, it waits before that one
 *                                {hook: [edit, …], when?}             an edit by somebody else (the owner, whom
 *                                                                     no protection bars), then or before it the call:
 *                                  {insertRow: {sheet, row, values?}} | {deleteRow: {sheet, row}} |
 *                                  {sortBy: {sheet, column, descending?, fromRow?}} (rows from the second on) |
 *                                  {setValues: {range, values}} | {batchUpdate: [requests of spreadsheets.batchUpdate]}
 * DELETE /control/faults       forgets them
 * GET    /control/quota        the settings
 * POST   /control/quota        {enabled?, readPerMinute?, writePerMinute?, projectReadPerMinute?, projectWritePerMinute?}:
 *                              changes them and counts anew
 * POST   /control/spreadsheets/{id}  {sortLeavesMetadata}: whether developer metadata stays on its row when rows are sorted;
 *                              it goes along unless told otherwise
 * GET    /control/drive        {lagMs, enforceSharing, channels}: what is set, and the push channels that are open
 * POST   /control/drive        {lagMs?, enforceSharing?}: how long after a change Drive notices it: `modifiedTime`, `version`,
 *                              the list of changes and push messages are that late, and what happens to a file meanwhile is
 *                              one change; whether only those may open a file with whom it is shared, as at Google (403)
 * GET    /control/push-faults  {faults}: those that no push message has met yet
 * POST   /control/push-faults  {channel?, times?, fault}: queues a fault for the next `times` (1) push messages of a channel,
 *                              or of any: "duplicate", "lose", or {delayMs}, after which it comes behind later ones
 * DELETE /control/push-faults  forgets them
 *
 * A hook that the workbook refuses (no such sheet) answers the call with status 500 and says so.
 */
export type Controlled = {
  store: Store;
  drive: Drive;
  watch: Watch;
  log: CallLog;
  faults: Faults;
  quota: Quota;
  now: () => number;
};

const When = z.enum(['before', 'after']);
const delayMs = z.number().min(0);
const Fault = z.union([
  z.strictObject({ status: z.literal([429, 500, 503]), when: When.default('before'), delayMs: delayMs.optional() }),
  z.strictObject({ drop: When, delayMs: delayMs.optional() }),
  z.strictObject({ hook: z.array(OutsideEdit).min(1), when: When.default('before'), delayMs: delayMs.optional() }),
  z.strictObject({ delayMs }),
]);
export const QueuedFault = z.strictObject({
  match: z
    .strictObject({
      method: z.enum(['read', 'write']).optional(),
      path: z.string().optional(),
      user: z.string().optional(),
    })
    .default({}),
  times: z.int().min(1).default(1),
  fault: Fault,
});

const count = z.int().min(0).optional();
const QuotaChange = z.strictObject({
  enabled: z.boolean().optional(),
  readPerMinute: count,
  writePerMinute: count,
  projectReadPerMinute: count,
  projectWritePerMinute: count,
});

export async function answerControl(controlled: Controlled, request: ControlRequest): Promise<ControlAnswer> {
  return (
    answerDriveControl(controlled.drive, request) ??
    (await answerWorkbookControl(controlled, request)) ??
    answerCallControl(controlled, request)
  );
}

/** What concerns all calls: their counts, faults and quotas. */
function answerCallControl(
  { log, faults, quota, now }: Controlled,
  { method, path, body }: ControlRequest,
): ControlAnswer {
  switch (`${method} ${path}`) {
    case 'GET /control/stats':
      return ok(log.stats());
    case 'POST /control/reset-stats':
      log.reset(new Date(now()).toISOString());
      return ok({});
    case 'GET /control/faults':
      return ok({ faults: faults.pending() });
    case 'DELETE /control/faults':
      faults.clear();
      return ok({});
    case 'POST /control/faults':
      return checked({ schema: QueuedFault, body, usage }, (fault) => faults.queue(fault));
    case 'GET /control/quota':
      return ok(quota.settings());
    case 'POST /control/quota':
      return checked({ schema: QuotaChange, body, usage }, (change) => quota.change(definedOnly(change)));
    default:
      return problem(404, `There is no ${method} ${path}. Addresses: ${addresses}`);
  }
}

const addresses =
  'GET /control/stats, POST /control/reset-stats, GET and POST /control/spreadsheets/{id}, GET, POST and DELETE /control/faults, ' +
  'GET and POST /control/quota, GET and POST /control/drive, GET, POST and DELETE /control/push-faults';
const usage =
  'POST /control/faults takes {match?: {method?: "read"|"write", path?, user?}, times?, fault: {status: 429|500|503, when?} | ' +
  '{drop: "before"|"after"} | {delayMs} | {hook: [{insertRow|deleteRow|sortBy|setValues|batchUpdate: …}], when?}}; ' +
  'POST /control/quota takes {enabled?, readPerMinute?, writePerMinute?, projectReadPerMinute?, projectWritePerMinute?}';

function definedOnly(change: z.output<typeof QuotaChange>) {
  const { enabled, ...limits } = change;
  const numbers = Object.entries(limits).filter(
    (entry): entry is [keyof typeof limits, number] => entry[1] !== undefined,
  );
  return { ...(enabled !== undefined && { enabled }), ...Object.fromEntries(numbers) };
}
