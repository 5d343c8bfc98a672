import { baseConfig, Port, Seconds } from '@opsheet/shared/runtime/config';
import { z } from 'zod';

export const expiryConfig = baseConfig.extend({
  EXPIRY_HOST: z.string().default('127.0.0.1'),
  EXPIRY_PORT: Port.default(9002),
  EXPIRY_INTERVAL_SECONDS: Seconds(1).default(60),
});
