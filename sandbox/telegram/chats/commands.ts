import type { BotCommand } from '../state.ts';
import type { World } from '../world.ts';

/** Where and for whom a list of commands holds. `scope` is its type, with the ids it names, as in "chat:42". */
export type CommandKey = { scope: string; language: string };

/** An empty list is no list: narrower scopes then fall back to wider ones. */
export function setCommands(world: World, key: CommandKey, commands: BotCommand[]): void {
  const { state } = world;
  state.commands = state.commands.filter((list) => !isFor(list, key));
  if (commands.length > 0) state.commands.push({ ...key, commands });
  world.changed();
}

export function commandsFor(world: World, key: CommandKey): BotCommand[] {
  return world.state.commands.find((list) => isFor(list, key))?.commands ?? [];
}

/** What a person sees in a private chat: the narrowest scope that has a list, first in the person's language. */
export function menuOf(world: World, person: { id: number; languageCode: string }): BotCommand[] {
  const [language = ''] = person.languageCode.split('-');
  for (const scope of [`chat:${person.id}`, 'all_private_chats', 'default']) {
    for (const tried of [language, '']) {
      const commands = commandsFor(world, { scope, language: tried });
      if (commands.length > 0) return commands;
    }
  }
  return [];
}

function isFor(list: CommandKey, key: CommandKey): boolean {
  return list.scope === key.scope && list.language === key.language;
}
