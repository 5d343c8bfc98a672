import { element, find } from './element.js';
import { followHealth } from './health.js';
import { startPhone } from './phone.js';
import { startWorkbook } from './workbook.js';

/** The desk: a phone, a workbook and the services, each by its own address. */
try {
  const endpoints = await (await fetch('/endpoints.json')).json();
  startPhone(endpoints);
  startWorkbook(endpoints);
  void followHealth();
} catch (error) {
  const words = `The sandbox does not answer (${error.message}). Is npm start running?`;
  find('main').replaceChildren(element('p', { className: 'away', role: 'alert' }, words));
}
