/** How long a process lives before its next end counts as the first again, in ms. */
const settledMs = 10_000;
const firstMs = 100;
const longestMs = 5_000;

/** As `restart: always` of docker compose: at once, then after 100 ms, doubled at each further end, up to 5 s. */
export function restartDelayMs({ previousMs, livedMs }: { previousMs: number | null; livedMs: number }): number {
  if (previousMs === null || livedMs >= settledMs) return 0;
  return previousMs === 0 ? firstMs : Math.min(previousMs * 2, longestMs);
}
