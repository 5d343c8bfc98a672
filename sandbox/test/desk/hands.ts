import type { Locator, Page } from 'playwright-core';

/** A cell of the open sheet; `row` as it is numbered, `column` from 0. */
export const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`.grid td[data-row="${row}"][data-column="${column}"]`);

export const messageOf = (page: Page, id: number): Locator => page.locator(`.chat > li[data-id="${id}"]`);
export const lastMessage = (page: Page): Locator => page.locator('.chat > li').last();

/** Writes a message as the person whose phone it is, and waits until it stands in the chat. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.chat > li.user', { hasText: text }).last().waitFor();
}

/** Asks until the bot's answer contains `wanted`; each question waits for its answer. */
export async function askUntil(page: Page, { command, wanted }: { command: string; wanted: RegExp }): Promise<string> {
  for (;;) {
    const before = await page.locator('.chat > li.bot').count();
    await say(page, command);
    const answer = page.locator('.chat > li.bot').nth(before);
    await answer.waitFor();
    const text = await answer.innerText();
    if (wanted.test(text)) return text;
  }
}

/** Pastes a text where the focus is. The clipboard itself is closed to a page without a window. */
export async function paste(page: Page, text: string): Promise<void> {
  // As text, because these tests are compiled without the browser's types.
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}
