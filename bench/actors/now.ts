/** Milliseconds of the system's monotonic clock, with fractions: the same count in every process of this machine. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
