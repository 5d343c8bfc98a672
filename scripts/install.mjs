import { install } from './setup.mjs';

await install();
