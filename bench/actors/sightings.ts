import type { Store } from '../../services/bot/src/store/store.ts';

/** From this moment on (see now.ts) the employees were served at this version. */
export type Sighting = { version: number; at: number };

/** Notes when each version of the employees can first be read, however it came: by the bus or by a load. */
export function sightings(now: () => number) {
  const seen: Sighting[] = [];
  let waiting: { version: number; resolve: () => void }[] = [];

  function look(store: Store): void {
    const at = now();
    const version = store.version('employee_settings');
    if (version === (seen.at(-1)?.version ?? -1)) return;
    seen.push({ version, at });
    for (const one of waiting) if (one.version <= version) one.resolve();
    waiting = waiting.filter((one) => one.version > version);
  }

  return {
    watch(store: Store): Store {
      const { employee_settings: employees } = store.tables;
      const looking =
        <A extends unknown[], R>(change: (...given: A) => R) =>
        (...given: A): R => {
          const result = change(...given);
          look(store);
          return result;
        };
      const watched = {
        ...employees,
        install: looking((snapshot: Parameters<typeof employees.install>[0]) => employees.install(snapshot)),
        replace: looking((snapshot: Parameters<typeof employees.replace>[0]) => employees.replace(snapshot)),
      };
      return {
        ...store,
        apply: looking((entry: Parameters<Store['apply']>[0]) => store.apply(entry)),
        tables: { ...store.tables, employee_settings: watched },
      };
    },
    all: (): readonly Sighting[] => seen,
    until: (version: number): Promise<void> =>
      new Promise((resolve) => {
        if ((seen.at(-1)?.version ?? -1) >= version) return resolve();
        waiting.push({ version, resolve });
      }),
  };
}
