import { element, find } from './element.js';
import { followHealth } from './health.js';
import { startPhone } from './phone.js';
import { startWorkbook } from './workbook.js';

/** The desk: a phone, a workbook and the services, each by its own address. */
try {
  const endpoints = await (await fetch('/endpoints.json')).json();
  showMark(endpoints.origins);
  startPhone(endpoints);
  startWorkbook(endpoints);
  void followHealth();
} catch (error) {
  const words = `The sandbox does not answer (${error.message}). Is npm start running?`;
  find('main').replaceChildren(element('p', { className: 'away', role: 'alert' }, words));
}

/** Whoever acts here has to know which side is in earnest. */
function showMark({ telegram, sheets }) {
  const real = [telegram === 'real' && 'Telegram', sheets === 'real' && 'Google Sheets'].filter(Boolean);
  if (real.length === 0) return;
  const words = `${real.join(' and ')} ${real.length > 1 ? 'are' : 'is'} the real thing: what happens there counts`;
  find('.mark').replaceChildren(element('strong', {}, 'Careful: '), words);
}
