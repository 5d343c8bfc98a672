import { button, homeRow } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import { mayAdminister } from '../people/role.ts';
import { recordLanguage } from '../people/record.ts';
import { type Language, languages } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import { homeScreen } from './home.ts';

/** Each language by its own name. */
const names: Readonly<Record<Language, string>> = { en: '🇬🇧 English', id: '🇮🇩 Bahasa Indonesia', ru: '🇷🇺 Русский' };

/** /language: the choice is kept, and heard by every bot process through the table `people`. */
export const language = (spoken: Readonly<Record<Language, Texts>>) =>
  part((on) => {
    on.command('language', 'anyone', (turn) => turn.show(choice(turn.texts)));
    on.press('languages', 'anyone', (turn) => turn.show(choice(turn.texts)));
    on.press('language', 'anyone', async (turn, { to }) => {
      await turn.changed(await turn.write((tx) => recordLanguage(tx, turn.speaker.id, to)));
      const texts = spoken[to];
      if (mayAdminister(turn.speaker.role)) turn.offerCommands(texts);
      turn.toast(texts.plain('language-set'));
      turn.show(homeScreen(turn.speaker, texts));
    });
  });

const choice = (texts: Texts) => ({
  text: texts.html('language-title'),
  buttons: [...languages.map((to) => [button(names[to], 'language', { to })]), homeRow(texts)],
});
