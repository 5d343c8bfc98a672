import { InputFile } from 'grammy';
import test from 'ava';
import { png } from '../pictures.ts';
import { refusalOf, startedFor, user } from '../started.ts';

const wrong = 'wrong remote file identifier specified:';

for (const [title, id, complaint] of [
  ['of an impossible length', 'AgACA', `${wrong} Wrong string length`],
  ['with a character that none has', 'AgAC-!xx', `${wrong} Wrong character in the string`],
  ['with bits to spare', 'unknown', `${wrong} Wrong padding in the string`],
  ['that does not end as all do', 'AgACAgUA', `${wrong} can't unserialize it. Wrong last symbol`],
  ['of a file that is not there', 'AgACAgUE', 'wrong file identifier/HTTP URL specified'],
] as const) {
  test(`refused: a file id ${title}`, async (t) => {
    const { refused } = await startedFor(t);
    t.is(await refused('sendPhoto', { chat_id: user, photo: id }), `400 Bad Request: ${complaint}`);
    t.is(await refused('sendDocument', { chat_id: user, document: id }), `400 Bad Request: ${complaint}`);
    t.is(await refused('getFile', { file_id: id }), '400 Bad Request: invalid file_id');
  });
}

test('a file cannot be sent as one of another kind', async (t) => {
  const { grammy } = await startedFor(t);
  const { photo } = await grammy.sendPhoto(user, new InputFile(png(10, 10), 'a.png'));
  const { document } = await grammy.sendDocument(user, new InputFile(png(10, 10), 'a.png'));
  t.is(
    await refusalOf(grammy.sendDocument(user, photo[0]?.file_id ?? '')),
    "Bad Request: can't use file of type Photo as Document",
  );
  t.is(
    await refusalOf(grammy.sendPhoto(user, document.file_id)),
    "Bad Request: can't use file of type Document as Photo",
  );
  t.is(
    await refusalOf(grammy.sendPhoto(user, document.thumbnail?.file_id ?? '')),
    "Bad Request: can't use file of type Thumbnail as Photo",
  );
});
