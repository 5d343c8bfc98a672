import { button, element, find, pause } from '../element.js';
import { processFaults } from './process-faults.js';
import { sheetsFaults } from './sheets-faults.js';
import { telegramFaults } from './telegram-faults.js';
import { waitingFaults } from './waiting-faults.js';

const lookEveryMs = 2_000;

/**
 * The fault buttons, in groups. A fault is {words, run, expect}: what stands on the button, what it does (it may give
 * words of its own on what has happened) and what to expect then.
 */
export function startBreaking(endpoints, desk) {
  const { origins } = endpoints;
  const waiting = waitingFaults(endpoints);
  const groups = [
    { title: 'Processes', faults: processFaults() },
    ...(origins.sheets === 'real' ? [] : [{ title: 'Google Sheets', faults: sheetsFaults(endpoints, desk) }]),
    ...(origins.telegram === 'real' ? [] : [{ title: 'Telegram', faults: telegramFaults(endpoints, desk) }]),
  ];
  find('.fault-groups').replaceChildren(...groups.map(groupOf));
  let isShown = false;
  let looks = 0;

  function groupOf({ title, faults }) {
    const buttons = faults.map((fault) => button(fault.words, () => run(fault), { title: fault.expect }));
    return element('fieldset', {}, element('legend', {}, title), element('div', {}, ...buttons));
  }

  async function run({ words, run: act, expect }) {
    try {
      const happened = (await act()) ?? words;
      say(happened, expect);
    } catch (error) {
      say('That did not work', error.message);
    }
    desk.broken();
    await waiting.look();
  }

  return {
    /** Looks at the waiting faults as long as they are seen. */
    async follow(isSeen) {
      isShown = isSeen;
      looks += 1;
      for (const own = looks; isShown && own === looks;) {
        await waiting.look();
        await pause(lookEveryMs);
      }
    },
  };
}

function say(happened, expect) {
  find('.outcome').replaceChildren(element('strong', {}, `${happened}. `), expect);
}
