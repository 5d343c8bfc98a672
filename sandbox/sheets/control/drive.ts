import { z } from 'zod';
import type { Drive } from '../drive/drive.ts';
import { checked, ok } from './answer.ts';
import type { ControlAnswer, ControlRequest } from './answer.ts';

const Settings = z.strictObject({ lagMs: z.int().min(0).optional(), enforceSharing: z.boolean().optional() });
const PushFault = z.strictObject({
  channel: z.string().optional(),
  times: z.int().min(1).default(1),
  fault: z.union([z.literal(['duplicate', 'lose']), z.strictObject({ delayMs: z.number().min(0) })]),
});

const usage =
  'POST /control/drive takes {lagMs?, enforceSharing?}; POST /control/push-faults takes {channel?, times?, fault: "duplicate" | "lose" | {delayMs}}';

/** How late Drive notices changes, whether it minds who opens a file, and what goes wrong with its messages; undefined for other addresses. */
export function answerDriveControl(drive: Drive, { method, path, body }: ControlRequest): ControlAnswer | undefined {
  switch (`${method} ${path}`) {
    case 'GET /control/drive':
      return ok({
        lagMs: drive.journal.lagMs(),
        enforceSharing: drive.access.isEnforced(),
        channels: drive.channels.all(),
      });
    case 'POST /control/drive':
      return checked({ schema: Settings, body, usage }, ({ lagMs, enforceSharing }) => {
        if (lagMs !== undefined) drive.journal.setLag(lagMs);
        if (enforceSharing !== undefined) drive.access.enforce(enforceSharing);
      });
    case 'GET /control/push-faults':
      return ok({ faults: drive.pushFaults.pending() });
    case 'DELETE /control/push-faults':
      drive.pushFaults.clear();
      return ok({});
    case 'POST /control/push-faults':
      return checked({ schema: PushFault, body, usage }, (fault) => drive.pushFaults.queue(fault));
    default:
      return undefined;
  }
}
