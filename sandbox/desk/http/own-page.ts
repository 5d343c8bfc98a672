import type { IncomingMessage } from 'node:http';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Whether the request names this machine as its host. A page of another host whose name has been made to lead here
 * (DNS rebinding) still sends its own name.
 */
export const isForThisMachine = ({ headers }: IncomingMessage): boolean => loopback.test(headers.host ?? '');

/** Whether it comes from the desk's own page. Browsers send `Origin` with every POST, and no page can forge it. */
export const isFromOwnPage = ({ headers }: IncomingMessage): boolean => headers.origin === `http://${headers.host}`;
