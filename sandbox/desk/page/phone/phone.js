import { element, find, pause } from '../element.js';
import { attachment } from './attachment.js';
import { chatLog } from './chat.js';
import { chatMenu } from './chat-menu.js';
import { composer } from './composer.js';
import { chatHead } from './head.js';
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

  const send = (what) => told(telegram.send(person.id, what));
  const writing = composer({
    send,
    edit: (id, words) => told(telegram.edit(person.id, id, words)),
    pressKey: (key) => told(telegram.pressKey(person.id, key)),
    menu: () => telegram.menu(person.id),
    unblock: () => told(telegram.block(person.id, false)),
  });
  const log = chatLog({
    say: (text) => send({ text }),
    press,
    pay,
    reply: writing.replyTo,
    edit: writing.edit,
    address: telegram.address,
    file: telegram.file,
    notice: toast,
  });
  const head = chatHead({ bot: telegram.bot, jump: log.jump });
  attachment({ send, caption: writing.takeText, complain: toast });
  chatMenu({
    start: (payload) => send({ text: payload ? `/start ${payload}` : '/start' }),
    block: () => told(telegram.block(person.id, true)),
  });
  peopleSwitch(users, choose);

  function choose(chosen) {
    person = chosen;
    following.abort();
    following = new AbortController();
    log.clear();
    writing.clear();
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
        await head.show(chat, language);
      } catch (error) {
        if (signal.aborted) return;
        toast(`The Telegram emulator does not answer (${error.message})`);
        await pause(retryMs);
      }
    }
  }

  async function press({ message_id: id }, { data, text }, pressed) {
    await busyWhile(pressed, async () => {
      const { callback_query_id: callback } = await telegram.press(person.id, id, data ?? text);
      const { text: words, show_alert: isAlert, url } = await telegram.callback(callback);
      if (words) (isAlert ? alertBox : toast)(words);
      if (url) toast(`The bot opens ${url}`);
    });
  }

  async function pay({ message_id: id }, pressed) {
    await busyWhile(pressed, async () => {
      const { pre_checkout_query_id: query } = await telegram.pay(person.id, id);
      const { state, error_message: reason } = await telegram.payment(query);
      toast(state === 'paid' ? 'Paid' : `Not paid: ${reason ?? state}`);
    });
  }

  return { person: () => person };
}

async function busyWhile(pressed, work) {
  pressed.setAttribute('aria-busy', 'true');
  await told(work());
  pressed.removeAttribute('aria-busy');
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
  return { person: () => undefined };
}
