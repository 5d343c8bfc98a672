import type { MovableClock } from './clock/movable-clock.ts';
import type { User } from './message.ts';
import type { Person } from './chats/people.ts';
import type { FileBytes } from './media/file/bytes.ts';
import type { Settings } from './settings.ts';
import type { Chat, State } from './state.ts';
import { createWatch, type Watch } from '../watch.ts';

/** The state with what acts on it needs: the time, the limits, and a way to say that something changed. */
export type World = {
  readonly state: State;
  /** The contents of the state's files. */
  readonly files: FileBytes;
  readonly settings: Settings;
  readonly clock: MovableClock;
  readonly watch: Watch;
  readonly bot: User;
  /** Unix seconds, as Telegram dates things. */
  date: () => number;
  /** To be called after every change of the state. */
  changed: () => void;
};

export function createWorld(given: {
  state: State;
  files: FileBytes;
  settings: Settings;
  clock: MovableClock;
  botId: number;
  onChange: () => void;
}): World {
  const { state, files, settings, clock } = given;
  const watch = createWatch(clock);
  return {
    state,
    files,
    settings,
    clock,
    watch,
    get bot() {
      return {
        id: given.botId,
        is_bot: true,
        first_name: state.profile.name[''] ?? '',
        username: 'opsheet_sandbox_bot',
      };
    },
    date: () => Math.floor(clock.now() / 1000),
    changed() {
      given.onChange();
      watch.changed();
    },
  };
}

export function findPerson(world: World, id: number): Person | undefined {
  return world.state.people.find((person) => person.id === id);
}

/** The chat of a person with the bot; empty and not started until the person writes. */
export function chatWith(world: World, person: Person): Chat {
  return (world.state.chats[person.id] ??= { started: false, blocked: false, revision: 0, messages: [] });
}

/** Gives the chat a new revision, which those who look at it wait for. */
export function touch(world: World, chat: Chat): void {
  chat.revision = world.state.next.revision++;
  world.changed();
}
