import { openFaultQueue } from '../../fault-queue.ts';
import { isUpdateFault, type CallFault, type PlannedFault } from './planned-fault.ts';

/** The faults that are still to come, each used up by what it strikes. */
export type Faults = {
  add: (planned: PlannedFault) => void;
  clear: () => void;
  list: () => readonly PlannedFault[];
  /** The fault that strikes this call, which is thereby used up once. */
  take: (method: string) => CallFault | undefined;
  takeDuplicate: () => boolean;
  takeLostAnswer: () => boolean;
};

export function createFaults(): Faults {
  const planned = openFaultQueue<PlannedFault>();
  const use = (matches: (one: PlannedFault) => boolean) => planned.take(matches)?.fault;

  return {
    add: planned.queue,
    clear: planned.clear,
    list: planned.pending,
    take(method) {
      const fault = use((one) => !isUpdateFault(one.fault) && strikes(one, method.toLowerCase()));
      return fault && !isUpdateFault(fault) ? fault : undefined;
    },
    takeDuplicate: () => use(({ fault }) => 'duplicateUpdate' in fault) !== undefined,
    takeLostAnswer: () => use(({ fault }) => 'lostWebhookAnswer' in fault) !== undefined,
  };
}

function strikes({ method }: PlannedFault, called: string): boolean {
  return method === undefined ? called !== 'getupdates' : method.toLowerCase() === called;
}
