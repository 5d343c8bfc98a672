import { browserTest } from './browser-test.ts';
import { cellAt, paste } from './hands.ts';
import { stageDesk } from './stage.ts';

browserTest('the grid is edited by keyboard alone', async (t, page) => {
  const { url, cell, sheets } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  t.is(await cellAt(page, 3, 2).innerText(), '9', 'Escape leaves the cell as it was');
  const written = sheets.log.next({ method: 'write' });
  await page.keyboard.type('11');
  await page.keyboard.press('Tab');
  await written;
  t.is(await cell("'EmployeeSettings'!C3"), 11);
  t.is(await page.locator(':focus').getAttribute('data-column'), '3', 'Tab went on to the right');
});

browserTest('an edit by somebody else is seen and lights up', async (t, page) => {
  const { url, sheets } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).waitFor();
  const [book] = sheets.store.all();
  const address = `${sheets.url}/v4/spreadsheets/${book?.spreadsheetId}/values/B2?valueInputOption=RAW`;
  await fetch(address, { method: 'PUT', headers: { authorization: 'Bearer other' }, body: '{"values":[[33]]}' });
  await cellAt(page, 2, 1).and(page.locator('.changed')).getByText('33').waitFor();
  t.regex(await page.locator('.news').innerText(), /row 2, Hourly wage: 33/);
});

browserTest('while one types, rows that somebody moves are neither lost nor overwritten', async (t, page) => {
  const { url, cell, sheets } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).dblclick();
  await page.keyboard.type('99');
  const [book] = sheets.store.all();
  const address = `${sheets.url}/v4/spreadsheets/${book?.spreadsheetId}:batchUpdate`;
  const sheetId = book?.sheets[0]?.sheetId;
  const row = [{ values: [{ userEnteredValue: { numberValue: 700100098 } }] }];
  const requests = [
    { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
    { updateCells: { rows: row, start: { sheetId, rowIndex: 1, columnIndex: 0 }, fields: 'userEnteredValue' } },
  ];
  await fetch(address, {
    method: 'POST',
    headers: { authorization: 'Bearer other' },
    body: JSON.stringify({ requests }),
  });
  await page.locator('.news', { hasText: '700100098' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.locator('.workbook .state', { hasText: 'moved while you were typing' }).waitFor();
  await cellAt(page, 3, 1).getByText('15').waitFor();
  t.is(await cell("'EmployeeSettings'!B3"), 15);
});

browserTest('what is typed into the empty last row is a new row, and a row can be deleted', async (t, page) => {
  const { url, cell, sheets } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 8, 0).click();
  await page.getByRole('button', { name: 'Add row' }).click();
  const added = sheets.log.next({ method: 'write' });
  await page.keyboard.type('700100099');
  await page.keyboard.press('Enter');
  await added;
  await cellAt(page, 10, 0).waitFor();
  t.is(await cell("'EmployeeSettings'!A9"), 700100099);
  await cellAt(page, 2, 0).click();
  await page.getByRole('button', { name: 'Delete row 2' }).click();
  await cellAt(page, 2, 0).getByText('700100003').waitFor();
  t.is(await cell("'EmployeeSettings'!A8"), 700100099);
});

browserTest('a pasted block fills the cells, and one Ctrl+Z takes it back', async (t, page) => {
  const { url, cell } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).click();
  await paste(page, '20\t1\n"2""1"\t2\n');
  await cellAt(page, 3, 1).and(page.locator(':not(.pending)')).getByText('2"1').waitFor();
  t.deepEqual([await cell('B2'), await cell('C2'), await cell('B3'), await cell('C3')], [20, 1, '2"1', 2]);
  await page.keyboard.press('Control+z');
  await cellAt(page, 3, 1).and(page.locator(':not(.pending)')).getByText('17.5').waitFor();
  t.deepEqual([await cell('B2'), await cell('C2'), await cell('B3'), await cell('C3')], [15, 8, 17.5, 9]);
});

browserTest('an edit whose row has moved since is not taken back over somebody else’s cells', async (t, page) => {
  const { url, cell, sheets } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).click();
  const written = sheets.log.next({ method: 'write' });
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await written;
  await cellAt(page, 2, 1).click();
  await page.keyboard.press('Alt+ArrowDown');
  await cellAt(page, 3, 0).getByText('700100002').waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('.workbook .state', { hasText: 'has moved' }).waitFor();
  t.deepEqual([await cell('B2'), await cell('B3')], [17.5, 20]);
});

browserTest('rows are sorted by the column in which one stands, and moved one by one', async (t, page) => {
  const { url, cell } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 4, 1).click();
  await page.getByRole('button', { name: 'Sort by Hourly wage, largest first' }).click();
  await cellAt(page, 2, 1).getByText('18').waitFor();
  t.is(await cell("'EmployeeSettings'!A2"), 700100014);
  await cellAt(page, 3, 0).click();
  await page.getByRole('button', { name: 'Move row 3 up' }).click();
  await cellAt(page, 2, 0).getByText('700100003').waitFor();
  t.is(await cell("'EmployeeSettings'!A1"), 'EmployeeId', 'the header stays');
});

browserTest('a formula is shown by its result and edited as it was typed', async (t, page) => {
  const { url, cell, sheets } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).click();
  const written = sheets.log.next({ method: 'write' });
  await page.keyboard.type('=10*2+1');
  await page.keyboard.press('Enter');
  await written;
  await cellAt(page, 2, 1).getByText('21', { exact: true }).waitFor();
  t.is(await cell("'EmployeeSettings'!B2"), 21);
  await cellAt(page, 2, 1).dblclick();
  t.is(await page.locator('.grid input').inputValue(), '=10*2+1');
});

browserTest('a sheet can be added, and the tabs are moved through by arrows', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  await page.getByRole('tab', { name: 'Ranks' }).waitFor();
  await page.getByRole('button', { name: 'Add a sheet' }).click();
  await page.getByRole('tab', { name: /Sheet/ }).waitFor();
  await page.getByRole('tab', { name: 'EmployeeSettings' }).focus();
  await page.keyboard.press('ArrowRight');
  await cellAt(page, 1, 0).getByText('Min Amount').waitFor();
  t.is(await page.getByRole('tab', { selected: true }).and(page.locator('.tabs *')).innerText(), 'DynamicRates');
});

browserTest('what the API refuses is said above the grid in words, until it works again', async (t, page) => {
  const { url, sheets, cell } = await stageDesk(t);
  sheets.faults.queue({ match: { user: 'desk' }, times: 1, fault: { status: 429, when: 'before' } });
  await page.goto(url);
  await page.locator('.workbook .state', { hasText: 'Too many calls in this minute' }).waitFor();
  await cellAt(page, 2, 1).waitFor();
  t.is(await page.locator('.workbook .state').innerText(), '');
  sheets.faults.queue({ match: { user: 'desk', method: 'write' }, times: 1, fault: { status: 503, when: 'before' } });
  await cellAt(page, 2, 1).click();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.locator('.workbook .state', { hasText: 'Sheets could not do it just now (503' }).waitFor();
  await cellAt(page, 2, 1).getByText('15').waitFor();
  t.is(await cell("'EmployeeSettings'!B2"), 15);
});
