import type { Screen } from '../bot/answer.ts';
import { homeRow } from '../bot/buttons.ts';
import { everyone, forAdministrators } from '../bot/commands.ts';
import { part } from '../bot/part.ts';
import { mayAdminister, type Role } from '../people/role.ts';
import type { Texts } from '../texts/texts.ts';

/** /help: the commands of the speaker's role. */
export const help = part((on) => {
  on.command('help', 'anyone', (turn) => turn.show(helpScreen(turn.speaker.role, turn.texts)));
  on.press('help', 'anyone', (turn) => turn.show(helpScreen(turn.speaker.role, turn.texts)));
});

const forTeam = new Set(['rates', 'ranks']);

function helpScreen(role: Role, texts: Texts): Screen {
  const listed = mayAdminister(role) ? forAdministrators : everyone;
  const allowed = listed.filter(({ command }) => role !== 'customer' || !forTeam.has(command));
  const lines = allowed.map(({ command, text }) => `/${command} — ${texts.html(text)}`);
  return { text: [texts.html('help-title'), '', ...lines].join('\n'), buttons: [homeRow(texts)] };
}
