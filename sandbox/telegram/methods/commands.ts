import { badRequest } from '../api-error.ts';
import { jsonOf, textOf, type CallParameters } from '../call-parameters.ts';
import { commandsFor, setCommands, type CommandKey } from '../chats/commands.ts';
import { findConversation } from '../chats/conversation.ts';
import { fieldsOf } from '../json-fields.ts';
import type { BotCommand } from '../state.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

const plainScopes = new Set(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']);

export function commandMethods(world: World): Methods {
  return {
    setMyCommands(parameters) {
      const commands = readCommands(parameters, world.settings.commands);
      setCommands(world, readKey(world, parameters), commands);
      return { result: true };
    },
    getMyCommands: (parameters) => ({ result: commandsFor(world, readKey(world, parameters)) }),
    deleteMyCommands(parameters) {
      setCommands(world, readKey(world, parameters), []);
      return { result: true };
    },
  };
}

/** '' for everybody whose language has no list of its own. */
export function readLanguage(parameters: CallParameters): string {
  const language = textOf(parameters, 'language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('Invalid language code specified');
  return language;
}

function readKey(world: World, parameters: CallParameters): CommandKey {
  const value = jsonOf(parameters, 'scope', 'BotCommandScope');
  const language = readLanguage(parameters);
  if (value === undefined) return { scope: 'default', language };
  const fields = fieldsOf(value, 'BotCommandScope must be an Object', "can't parse BotCommandScope");
  const type = fields.text('type');
  if (plainScopes.has(type)) return { scope: type, language };
  if (!['chat', 'chat_administrators', 'chat_member'].includes(type)) {
    throw fields.complaint('Unsupported type specified');
  }
  const chatId = fields.text('chat_id');
  if (chatId === '') throw fields.complaint('Empty chat_id specified');
  if (type === 'chat_member' && fields.integer('user_id') <= 0) throw fields.complaint('Invalid user_id specified');
  const { person } = findConversation(world, chatId);
  // Only private chats exist here, and those have neither administrators nor members.
  if (type !== 'chat') throw badRequest("can't use specified scope in private chats");
  return { scope: `chat:${person.id}`, language };
}

function readCommands(parameters: CallParameters, limit: number): BotCommand[] {
  const value = jsonOf(parameters, 'commands', 'commands') ?? [];
  if (!Array.isArray(value)) throw badRequest('Expected an Array of BotCommand');
  const commands = value.map(readCommand);
  if (commands.length > limit) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return commands;
}

function readCommand(value: unknown): BotCommand {
  const fields = fieldsOf(value, 'expected an Object', "can't parse BotCommand");
  const command = fields.text('command').trim().replace(/^\//, '');
  const description = fields.text('description').trim();
  if (command === '') throw badRequest('Command must be non-empty');
  if (command.length > 32) throw badRequest('Command length must not exceed 32');
  if (description === '') throw badRequest('Command description must be non-empty');
  if (description.length > 256) throw badRequest('Command description length must not exceed 256');
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  return { command, description };
}
