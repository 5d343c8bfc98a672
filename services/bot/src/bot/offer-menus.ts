import { aborted } from '@opsheet/shared/runtime/aborted';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import type { Api } from 'grammy';
import { languageOf } from '../people/person.ts';
import { administrators, type Staff } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import { offerEverywhere, offerInChat } from './commands.ts';

type Parts = { api: Api; store: Store; staff: Staff; spoken: Readonly<Record<Language, Texts>>; log: Logger };

/** Puts the command menus into Telegram, once. They are a convenience: what fails is logged and stops nothing. */
export function offerMenus({ api, store, staff, spoken, log }: Parts): Service {
  async function attempt(what: string, offer: Promise<void>): Promise<void> {
    try {
      await offer;
    } catch (error) {
      log.debug({ what, reason: describe(error) }, 'a command menu was not set');
    }
  }

  return {
    name: 'menus',
    async run(signal) {
      for (const texts of Object.values(spoken)) await attempt(texts.language, offerEverywhere(api, texts));
      // An administrator who has never written gets his menu with his first /start.
      for (const chat of administrators(staff)) {
        const texts = spoken[languageOf(store.person(chat), undefined)];
        await attempt(`administrator ${chat}`, offerInChat(api, chat, texts));
      }
      await aborted(signal);
    },
  };
}
