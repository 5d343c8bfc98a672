import type { Calls } from '../calls.ts';
import { menuOf } from '../chats/commands.ts';
import { chatWith, type World } from '../world.ts';
import { viewChat } from './view/chat.ts';
import { ControlError } from './control-error.ts';
import { personNamed, readWait } from './request.ts';

export type Look = { id: string; query: URLSearchParams; signal: AbortSignal };

/** What can be seen from outside; what changes can be waited for. */
export function createLooking(world: World, calls: Calls) {
  const { state, watch } = world;
  return {
    async chat({ id, query, signal }: Look) {
      const person = personNamed(world, id);
      const { after, waitMs } = readWait(query);
      await watch.until(() => chatWith(world, person).revision !== after, waitMs, signal);
      return viewChat(world, person);
    },

    async callback({ id, query, signal }: Look) {
      const callback = state.callbacks[id];
      if (!callback) throw new ControlError(404, `no button press has the id ${id}`);
      await watch.until(() => callback.answer !== undefined, readWait(query).waitMs, signal);
      if (!callback.answer) return { answered: false };
      const { text, showAlert, url } = callback.answer;
      return {
        answered: true,
        ...(text !== undefined && { text }),
        show_alert: showAlert,
        ...(url !== undefined && { url }),
      };
    },

    async calls({ query, signal }: Omit<Look, 'id'>) {
      const { after = 0, waitMs } = readWait(query);
      await watch.until(() => calls.after(after).length > 0, waitMs, signal);
      return { calls: calls.after(after), counts: calls.counts() };
    },

    people: () => ({
      people: state.people.map((person) => {
        const { started = false, blocked = false, deactivated = false } = state.chats[person.id] ?? {};
        return { ...person, started, blocked, ...(deactivated && { deactivated }) };
      }),
    }),

    menu(id: string) {
      const person = personNamed(world, id);
      const own = state.menuButtons[id] ?? state.menuButtons['default'] ?? { type: 'commands' };
      return { commands: menuOf(world, person), button: own };
    },

    /** In the person's language where the bot has texts in it. */
    bot({ query }: Pick<Look, 'query'>) {
      const language = query.get('language') ?? '';
      const { name, description, shortDescription } = state.profile;
      return {
        id: world.bot.id,
        username: world.bot.username,
        name: name[language] ?? name[''] ?? '',
        description: description[language] ?? description[''] ?? '',
        shortDescription: shortDescription[language] ?? shortDescription[''] ?? '',
      };
    },

    async file(id: string) {
      const file = state.files[id];
      const bytes = file && (await world.files.get(file.sha256));
      if (!bytes) throw new ControlError(404, `no file has the id ${id}`);
      return { mediaType: file.mediaType, bytes };
    },
  };
}
