import { existsSync } from 'node:fs';
import { describe } from '@opsheet/shared/runtime/errors';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium: the one that comes from npm (it unpacks itself into the folder for temporary files), else one of this
 * machine. Where neither starts, the reasons.
 */
export async function openBrowser(): Promise<{ browser: Browser } | { missing: string }> {
  const reasons: string[] = [];
  for (const find of [
    () => chromium.executablePath(),
    ...installed.filter(existsSync).map((path) => async () => path),
  ]) {
    try {
      return { browser: await playwright.launch({ executablePath: await find(), args: flags, timeout: 20_000 }) };
    } catch (error) {
      reasons.push(describe(error).split('\n').slice(0, 3).join(' '));
    }
  }
  return { missing: reasons.join('; ') };
}
