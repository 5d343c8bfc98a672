import { element, find, pause } from '../element.js';
import { inquire } from '../inquiry.js';

const lookEveryMs = 5_000;

/** Every check of every part, and how much of the talk with Telegram was held against its specification. */
export function startChecks({ telegram, origins }) {
  const own = element('div', { className: 'part-checks' });
  const conformance = element('div', { className: 'conformance' });
  find('.checks').replaceChildren(conformance, own);
  let looks = 0;

  async function look() {
    try {
      conformance.replaceChildren(...report(await inquire(`${telegram}/control/conformance`)));
    } catch (error) {
      conformance.replaceChildren(element('p', {}, `The Bot API check gives no answer: ${error.message}`));
    }
  }

  return {
    showParts(parts) {
      if (find('.checks').hidden) return;
      own.replaceChildren(...parts.map(checksOf));
    },
    async follow(isSeen) {
      looks += 1;
      for (const mine = looks; isSeen && mine === looks && origins.telegram !== 'real';) {
        await look();
        await pause(lookEveryMs);
      }
    },
  };
}

function report({ available, checked, problems }) {
  const title = element('h3', {}, 'Bot API');
  if (!available) return [title, element('p', {}, 'The specification is not on this machine: nothing is checked.')];
  const { requests, answers, updates } = checked;
  const sum = `${requests} requests, ${answers} answers and ${updates} updates were held against the specification.`;
  const found = problems.length === 0 ? 'No problems.' : `${problems.length} problems:`;
  const lines = problems.map((problem) =>
    element('li', {}, typeof problem === 'string' ? problem : JSON.stringify(problem)),
  );
  return [title, element('p', {}, `${sum} ${found}`), element('ul', {}, ...lines)];
}

function checksOf({ name, status, detail, checks = [] }) {
  const lines = checks.map((check) => {
    const line = element('li', {}, element('strong', {}, check.name), ` ${check.detail}`);
    line.dataset.status = check.ok ? 'well' : 'in trouble';
    return line;
  });
  const box = element('section', {}, element('h3', {}, name), element('p', {}, detail), element('ul', {}, ...lines));
  box.dataset.status = status;
  return box;
}
