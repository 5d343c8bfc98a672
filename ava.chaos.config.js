import everything from './ava.config.js';

/** `npm run chaos`: people edit on both sides while everything is killed in turn. */
export default { ...everything, files: ['sandbox/test/chaos.test.ts'], timeout: '10m' };
