import test from 'ava';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { openQuota, googleQuota } from '../../sheets/quota.ts';
import { workbookFor } from './workbook.ts';

test('a user has 60 reads and 60 writes a minute, and all of them again in the next', (t) => {
  const clock = fakeClock();
  const quota = openQuota(clock, googleQuota);
  for (let call = 0; call < 60; call += 1) quota.spend('read', 'sync');
  t.throws(() => quota.spend('read', 'sync'), { name: 'ApiError', message: /'Read requests per minute per user'/ });
  t.notThrows(() => quota.spend('write', 'sync'));
  t.notThrows(() => quota.spend('read', 'desk'));
  return clock.advance(60_000).then(() => t.notThrows(() => quota.spend('read', 'sync')));
});

test('all users of the project together have 300 reads a minute', (t) => {
  const quota = openQuota(fakeClock(), googleQuota);
  for (let call = 0; call < 300; call += 1) quota.spend('read', `user ${Math.floor(call / 60)}`);
  t.throws(() => quota.spend('read', 'a sixth'), {
    name: 'ApiError',
    message: /limit 'Read requests per minute' of service/,
  });
});

test('the answer past the quota is the recorded one, without a Retry-After', async (t) => {
  const { send, sendTo } = await workbookFor(t, { clock: fakeClock() });
  await sendTo('POST', '/control/quota', { enabled: true, readPerMinute: 1 });
  t.is((await send('GET', '/values/A1')).status, 200);
  const { status, headers, body } = await send('GET', '/values/A1');
  t.is(status, 429);
  t.is(headers.get('retry-after'), null);
  t.deepEqual(body, {
    error: {
      code: 429,
      message:
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:101010101010'.",
      status: 'RESOURCE_EXHAUSTED',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'RATE_LIMIT_EXCEEDED',
          domain: 'googleapis.com',
          metadata: {
            consumer: 'projects/101010101010',
            quota_limit: 'ReadRequestsPerMinutePerUser',
            quota_metric: 'sheets.googleapis.com/read_requests',
            service: 'sheets.googleapis.com',
          },
        },
      ],
    },
  });
});

test('a batch counts as one call, Drive as none, and the quota can be switched off', async (t) => {
  const { send, sendTo } = await workbookFor(t, { clock: fakeClock() });
  await sendTo('POST', '/control/quota', { enabled: true, readPerMinute: 1 });
  t.is((await send('GET', '/values:batchGet?ranges=A1&ranges=B1&ranges=C1')).status, 200);
  t.is((await sendTo('GET', '/drive/v3/files')).status, 200);
  t.is((await send('GET', '/values/A1')).status, 429);
  await sendTo('POST', '/control/quota', { enabled: false });
  t.is((await send('GET', '/values/A1')).status, 200);
});
