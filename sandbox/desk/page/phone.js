import { chatLog } from './chat.js';
import { composer } from './composer.js';
import { element, find, pause } from './element.js';
import { alertBox, toast } from './notice.js';
import { peopleSwitch } from './people.js';
import { telegramAt } from './telegram.js';

const retryMs = 1_000;

/** The phone: one person's chat with the bot at a time, only by the emulator's control address. */
export function startPhone({ telegram: base, users, origins }) {
  if (origins.telegram === 'real') return showReal();
  const telegram = telegramAt(base);
  let person = users[0];
  let following = new AbortController();

  const send = (text) => told(telegram.send(person.id, text));
  const log = chatLog({ send, press, photo: telegram.photo });
  const writing = composer({ send, menu: () => telegram.menu(person.id) });
  peopleSwitch(users, choose);

  function choose(chosen) {
    person = chosen;
    following.abort();
    following = new AbortController();
    log.clear();
    void follow(chosen, following.signal);
  }

  /** Shows the chat as it is, and again whenever it changes. */
  async function follow({ id, language }, signal) {
    let after;
    while (!signal.aborted) {
      try {
        const chat = await telegram.chat(id, { after, signal });
        if (signal.aborted) return;
        after = chat.revision;
        log.show(chat);
        writing.show(chat);
        await showBot(language, chat.action);
      } catch (error) {
        if (signal.aborted) return;
        toast(`The Telegram emulator does not answer (${error.message})`);
        await pause(retryMs);
      }
    }
  }

  async function showBot(language, action) {
    const { name } = await telegram.bot(language);
    find('.bot-name').replaceChildren(name || 'Opsheet', element('small', {}, action === 'typing' ? 'writes…' : 'bot'));
  }

  async function press({ message_id: id }, button, pressed) {
    pressed.setAttribute('aria-busy', 'true');
    const { callback_query_id: callback } =
      (await told(telegram.press(person.id, id, button.data ?? button.text))) ?? {};
    const answer = callback && (await told(telegram.callback(callback)));
    pressed.removeAttribute('aria-busy');
    if (answer?.text) (answer.show_alert ? alertBox : toast)(answer.text);
  }
}

/** The emulator's refusals are shown: this page has no other place for them. */
async function told(request) {
  try {
    return await request;
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

function showReal() {
  const words = 'The bot of this sandbox is a real one (.env names its token): write to it in Telegram.';
  find('.screen').replaceChildren(element('p', { className: 'away' }, words));
}
