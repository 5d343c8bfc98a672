import type { Api } from 'grammy';
import type { Texts } from '../texts/texts.ts';
import type { PlainKey } from '../texts/variables.ts';

type Listed = { command: string; text: PlainKey };

/** What the menu of a chat offers. It only offers: what a person may do is asked when it is done (B2). */
export const everyone: readonly Listed[] = [
  { command: 'start', text: 'command-start' },
  { command: 'mypay', text: 'command-mypay' },
  { command: 'rates', text: 'command-rates' },
  { command: 'ranks', text: 'command-ranks' },
  { command: 'language', text: 'command-language' },
  { command: 'help', text: 'command-help' },
  { command: 'cancel', text: 'command-cancel' },
];

const administrating: readonly Listed[] = [
  { command: 'employees', text: 'command-employees' },
  { command: 'sync_force', text: 'command-sync-force' },
  { command: 'sync_stats', text: 'command-sync-stats' },
];

export const forAdministrators: readonly Listed[] = [...everyone.slice(0, 4), ...administrating, ...everyone.slice(4)];

const described = (listed: readonly Listed[], texts: Texts) =>
  listed.map(({ command, text }) => ({ command, description: texts.plain(text) }));

/** The menu of everybody in one language; English is also that of all languages we do not speak. */
export async function offerEverywhere(api: Api, texts: Texts): Promise<void> {
  const commands = described(everyone, texts);
  if (texts.language === 'en') await api.setMyCommands(commands);
  else await api.setMyCommands(commands, { language_code: texts.language });
}

/** The administrators' menu in one chat. */
export async function offerInChat(api: Api, chat: string, texts: Texts): Promise<void> {
  await api.setMyCommands(described(forAdministrators, texts), { scope: { type: 'chat', chat_id: Number(chat) } });
}
