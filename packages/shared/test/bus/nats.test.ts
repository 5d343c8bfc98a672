import test from 'ava';
import { natsWorld } from '@opsheet/shared/testing/bus/nats-world';
import { busSuite } from '@opsheet/shared/testing/bus-suite';
import { natsServersForTests } from '../../../../sandbox/infrastructure/nats.ts';

const { servers, missing } = await natsServersForTests({ progress: (line) => process.stderr.write(`${line}\n`) });

for (const { binary, version } of servers) busSuite(test, `nats-server ${version}`, () => natsWorld(binary));

for (const why of missing) test.skip(why, (t) => t.pass());
