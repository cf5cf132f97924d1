// A network entry with the keyboard alone: no pointer touches the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser } from './support/browser.mjs';
import { focused, tabTo } from './support/keyboard.mjs';
import {
  LABELS, PATH, RIGHT_DATE, SAVE, WRONG_DATE, entry, expectError, expectSaved,
} from './support/network-entry.mjs';
import { expectNone } from './support/page-checks.mjs';
import { startServer } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

const FIELDS = ['input', 'textarea', 'select'];

let browser;
let server;
let visitor;

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  visitor = await signIn(browser, server, 'manager');
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('the first stop leads past the navigation', async () => {
  const { page } = visitor;
  await page.goto(PATH);
  await page.keyboard.press('Tab');
  assert.match((await focused(page)).name, /^Zum Inhalt/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  assert.ok(inMain, 'the next stop is inside the content');
});

test('a wrong date comes back to be corrected, then the entry is saved', async () => {
  const { page } = visitor;
  const typed = entry('mit der Tastatur');
  await page.goto(PATH);
  await fill(page, LABELS.date, WRONG_DATE);
  await fill(page, LABELS.title, typed.title);
  await fill(page, LABELS.outcome, typed.outcome);
  await submit(page);
  await expectError(page, typed);

  await fill(page, LABELS.date, RIGHT_DATE);
  await submit(page);
  await expectSaved(page, typed.title);
  expectNone(await visitor.takeFaults());
});

/** Goes on to a field and replaces what it holds. */
async function fill(page, label, text) {
  await tabTo(page, label, FIELDS);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Goes on to the button and presses it. */
async function submit(page) {
  await tabTo(page, SAVE, ['button', 'input']);
  const answered = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await answered;
}
