import { people } from '../seed/people.ts';
import { startTelegram } from '../telegram/emulator.ts';
import type { Stage } from './stage.ts';

/** Where the bot talks, and as whom. */
export type TelegramPart = { url: string; botToken: string };

/** The real Telegram, or the emulator with the people of the sandbox. */
export async function provideTelegram(stage: Stage, stack: AsyncDisposableStack): Promise<TelegramPart> {
  const { settings, folder, say } = stage;
  if (settings.botToken !== undefined) {
    const url = settings.variables['TELEGRAM_API_URL'] ?? 'https://api.telegram.org';
    return { url, botToken: settings.botToken };
  }
  const emulator = await startTelegram({
    port: 0,
    dataFile: folder.telegram,
    people: people.map(({ id, name, username, language }) => ({
      id,
      firstName: name,
      username,
      languageCode: language,
    })),
  });
  stack.defer(emulator.close);
  say(`Telegram emulator: ${people.length} people have the bot at hand`);
  return { url: emulator.url, botToken: emulator.botToken };
}
