/** What the bench uses of better-sqlite3, which comes without types. */
declare module 'better-sqlite3' {
  type Statement = { get: (...values: unknown[]) => unknown; run: (...values: unknown[]) => void };
  type Connection = {
    pragma: (text: string) => unknown;
    exec: (sql: string) => void;
    prepare: (sql: string) => Statement;
    close: () => void;
  };
  const open: (file: string) => Connection;
  export default open;
}
