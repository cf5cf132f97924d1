// The same network entry with JavaScript switched off, from signing in to the list.

import { after, before, test } from 'node:test';
import { launchBrowser } from './support/browser.mjs';
import {
  LABELS, PATH, RIGHT_DATE, SAVE, WRONG_DATE, entry, expectError, expectSaved,
} from './support/network-entry.mjs';
import { expectNone } from './support/page-checks.mjs';
import { startServer } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

let browser;
let server;
let visitor;

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  visitor = await signIn(browser, server, 'manager', { javaScriptEnabled: false });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a wrong date comes back to be corrected, then the entry is saved', async () => {
  const { page } = visitor;
  const typed = entry('ohne Skript');
  await page.goto(PATH);
  await page.getByLabel(LABELS.date).first().fill(WRONG_DATE);
  await page.getByLabel(LABELS.title).fill(typed.title);
  await page.getByLabel(LABELS.outcome).fill(typed.outcome);
  await submit(page);
  await expectError(page, typed);

  await page.getByLabel(LABELS.date).first().fill(RIGHT_DATE);
  await submit(page);
  await expectSaved(page, typed.title);
  expectNone(await visitor.takeFaults());
});

async function submit(page) {
  await page.getByRole('main').getByRole('button', { name: SAVE }).first().click();
  await page.waitForLoadState();
}
