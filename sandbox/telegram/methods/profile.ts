import { badRequest } from '../api-error.ts';
import { jsonOf, textOf, type CallParameters } from '../call-parameters.ts';
import { findConversation } from '../chats/conversation.ts';
import { fieldsOf } from '../json-fields.ts';
import type { Localized, MenuButton, Profile } from '../state.ts';
import { checkLink } from '../text/links/link.ts';
import type { World } from '../world.ts';
import { readLanguage } from './commands.ts';
import type { Method, Methods } from './method.ts';

/** What the bot says about itself, by language. The lengths are documented. */
const texts: readonly { key: keyof Profile; field: string; method: string; limit: number }[] = [
  { key: 'name', field: 'name', method: 'MyName', limit: 64 },
  { key: 'description', field: 'description', method: 'MyDescription', limit: 512 },
  { key: 'shortDescription', field: 'short_description', method: 'MyShortDescription', limit: 120 },
];

export function profileMethods(world: World): Methods {
  const methods: Methods = {
    getMe: () => ({ result: { ...world.bot, ...abilities } }),
    setChatMenuButton(parameters) {
      world.state.menuButtons[readMenuChat(world, parameters)] = readMenuButton(parameters);
      world.changed();
      return { result: true };
    },
    getChatMenuButton(parameters) {
      const { menuButtons } = world.state;
      const own = menuButtons[readMenuChat(world, parameters)] ?? { type: 'default' };
      return { result: own.type === 'default' ? (menuButtons['default'] ?? { type: 'commands' }) : own };
    },
  };
  for (const { key, field, method, limit } of texts) {
    methods[`set${method}`] = setter(world, { key, field, limit });
    methods[`get${method}`] = (parameters) => {
      const localized = world.state.profile[key];
      return { result: { [field]: localized[readLanguage(parameters)] ?? localized[''] ?? '' } };
    };
  }
  return methods;
}

const abilities = {
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  supports_guest_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
};

/** An empty text removes that of the language. */
function setter(world: World, { key, field, limit }: { key: keyof Profile; field: string; limit: number }): Method {
  return (parameters) => {
    const text = textOf(parameters, field);
    if (text.length > limit) throw badRequest(`${field.replace('_', ' ')} is too long`);
    const localized: Localized = world.state.profile[key];
    const language = readLanguage(parameters);
    if (text === '' && !(key === 'name' && language === '')) delete localized[language];
    if (text !== '') localized[language] = text;
    world.changed();
    return { result: true };
  };
}

function readMenuChat(world: World, parameters: CallParameters): string {
  const chatId = textOf(parameters, 'chat_id');
  return chatId === '' ? 'default' : String(findConversation(world, chatId).person.id);
}

function readMenuButton(parameters: CallParameters): MenuButton {
  const value = jsonOf(parameters, 'menu_button', 'menu button');
  if (value === undefined) return { type: 'default' };
  const context = "can't parse menu button";
  const fields = fieldsOf(value, 'MenuButton must be an Object', context);
  const type = fields.text('type');
  if (type === 'default' || type === 'commands') return { type };
  if (type !== 'web_app') throw fields.complaint('MenuButton has unsupported type');
  const link = fieldsOf(fields.raw('web_app'), 'Field "web_app" must be of type Object', context).text('url');
  const checked = checkLink(link);
  if ('problem' in checked) throw badRequest(`menu button Web App URL '${link}' is invalid: ${checked.problem}`);
  return { type, text: fields.text('text'), web_app: { url: checked.url } };
}
