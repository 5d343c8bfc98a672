import { InputFile, InputMediaBuilder } from 'grammy';
import test from 'ava';
import { png } from './pictures.ts';
import { refusalOf, startedFor, user } from './started.ts';

const photo = () => InputMediaBuilder.photo(new InputFile(png(30, 20), 'a.png'), { caption: 'Shift plan' });
const document = () => InputMediaBuilder.document(new InputFile(Buffer.from('x'), 'plan.csv'));

test('a text becomes a photo, the photo a document, and nothing of the old is left', async (t) => {
  const { grammy, lastMessage } = await startedFor(t);
  const { message_id: id } = await grammy.sendMessage(user, 'Loading…', {
    link_preview_options: { is_disabled: true },
  });
  await grammy.editMessageMedia(user, id, photo());
  t.like(await lastMessage(), {
    message_id: id,
    caption: 'Shift plan',
    photo: { width: 30 },
    edited: true,
    text: undefined,
  });
  const edited = await grammy.editMessageMedia(user, id, document());
  t.deepEqual(Object.keys(edited).toSorted(), ['chat', 'date', 'document', 'edit_date', 'from', 'message_id']);
});

test('buttons stay only when they are sent again', async (t) => {
  const { grammy, lastMessage } = await startedFor(t);
  const reply_markup = { inline_keyboard: [[{ text: 'Next', callback_data: 'next' }]] };
  const { message_id: id } = await grammy.sendMessage(user, 'x', { reply_markup });
  await grammy.editMessageMedia(user, id, photo(), { reply_markup });
  t.is((await lastMessage())?.buttons?.length, 1);
  await grammy.editMessageMedia(user, id, document());
  t.is((await lastMessage())?.buttons, undefined);
});

test('the same photo with the same caption is no modification', async (t) => {
  const { grammy } = await startedFor(t);
  const { message_id: id } = await grammy.sendPhoto(user, new InputFile(png(30, 20)), { caption: 'Shift plan' });
  t.regex(await refusalOf(grammy.editMessageMedia(user, id, photo())), /^Bad Request: message is not modified/);
});

test("a place cannot become a photo, nor can a message that is not there or is the person's own", async (t) => {
  const { grammy, send } = await startedFor(t);
  const place = await grammy.sendLocation(user, 1, 2);
  t.is(
    await refusalOf(grammy.editMessageMedia(user, place.message_id, photo())),
    "Bad Request: message media can't be edited",
  );
  t.is(await refusalOf(grammy.editMessageMedia(user, 999, photo())), 'Bad Request: message to edit not found');
  const { message_id: own } = await send(user, 'mine');
  t.is(await refusalOf(grammy.editMessageMedia(user, own, photo())), "Bad Request: message can't be edited");
  t.is(
    await refusalOf(grammy.editMessageCaption(user, place.message_id, { caption: 'x' })),
    'Bad Request: there is no caption in the message to edit',
  );
});

test('an edit without media is refused, and so is one that names nothing', async (t) => {
  const { grammy, refused } = await startedFor(t);
  const { message_id } = await grammy.sendMessage(user, 'x');
  const edit = (media: unknown) => refused('editMessageMedia', { chat_id: user, message_id, media });
  t.is(await edit(undefined), '400 Bad Request: parameter "media" is required');
  t.is(await edit('{'), "400 Bad Request: can't parse input media JSON object");
  t.is(await edit({ type: 'photo', media: '' }), "400 Bad Request: can't parse InputMedia: media not found");
});
