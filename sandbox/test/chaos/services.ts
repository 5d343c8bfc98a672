/** The services of a sandbox. */
export const services = ['bot', 'sync', 'expiry'] as const;
