import test from 'ava';
import { readCommandLine } from '../command-line.ts';

test('without arguments the data and .env are those of the repository', (t) => {
  t.deepEqual(readCommandLine([], '/repo'), {
    help: false,
    fresh: false,
    verbose: false,
    data: '/repo/.sandbox',
    settings: '/repo/.env',
  });
});

test('--port takes a number, also as --port=N', (t) => {
  t.is(readCommandLine(['--port', '5000'], '/repo').port, 5000);
  t.is(readCommandLine(['--port=0'], '/repo').port, 0);
});

for (const args of [['--port', 'x'], ['--port', '70000'], ['--port'], ['--frehs'], ['fresh']]) {
  test(`${args.join(' ')} is refused with the usage`, (t) => {
    const error = t.throws(() => readCommandLine(args, '/repo'), { name: 'ConfigError' });
    t.regex(error.message, /usage: npm start -- /);
    t.true(
      error.message.startsWith(args[0] === 'fresh' ? 'Unexpected' : args[1] ? '--port' : (error.message[0] ?? '')),
    );
  });
}
