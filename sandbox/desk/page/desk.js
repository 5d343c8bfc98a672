import { startCluster } from './cluster/cluster.js';
import { element, find } from './element.js';
import { startPhone } from './phone/phone.js';
import { startViews } from './views.js';
import { startWorkbook } from './workbook/workbook.js';

/** The desk: a phone, a workbook and the cluster, each by its own address. */
startViews();
try {
  const endpoints = await (await fetch('/endpoints.json')).json();
  showMark(endpoints.origins);
  const phone = startPhone(endpoints);
  const workbook = startWorkbook(endpoints);
  startCluster(endpoints, { person: phone.person, tab: workbook.tab });
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
