export default {
  extensions: ['ts'],
  files: [
    'packages/*/test/**/*.test.ts',
    'services/*/test/**/*.test.ts',
    'sandbox/test/**/*.test.ts',
    // By `npm run chaos`: its timing is real, and no two runs are alike.
    '!sandbox/test/chaos.test.ts',
    'bench/test/**/*.test.ts',
  ],
  concurrency: 2,
  failWithoutAssertions: true,
  timeout: '2m',
  workerThreads: false,
};
