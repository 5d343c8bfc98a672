export default {
  extensions: ['ts'],
  files: [
    'packages/*/test/**/*.test.ts',
    'services/*/test/**/*.test.ts',
    'sandbox/test/**/*.test.ts',
    'bench/test/**/*.test.ts',
  ],
  concurrency: 2,
  failWithoutAssertions: true,
  timeout: '2m',
  workerThreads: false,
};
