// The pages of meetings that have everything: notices, answers, a closed evening, votes, minutes, decisions, a resolution
// without a meeting. In German each of them, in English a page of each kind.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser } from './support/browser.mjs';
import { checkPage, expectNone } from './support/page-checks.mjs';
import { SECOND, startServer } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

const STEPS = ['', '/einladung', '/teilnehmende', '/durchfuehren', '/protokoll', '/nachverfolgen'];

let browser;
let server;
let visitor;

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  visitor = await signIn(browser, server, SECOND);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The paths of the records that a list names. */
async function listed(list) {
  await visitor.page.goto(list);
  const all = await visitor.page.locator('main a').evaluateAll((links) => links.map((link) => link.pathname));
  const found = [...new Set(all.filter((path) => new RegExp(`^${list}/[0-9a-f-]{36}$`).test(path)))];
  assert.ok(found.length > 0, `${list} names no record`);
  return found;
}

async function check(path, language) {
  const answer = await visitor.page.goto(path);
  assert.equal(answer.status(), 200, path);
  assert.equal(await visitor.page.evaluate(() => document.documentElement.lang), language, path);
  expectNone(await checkPage(visitor, { screenshot: `haselgrund ${language} ${path}` }));
}

test('complete meetings in German', async (t) => {
  await visitor.takeFaults();
  const meetings = (await listed('/sitzungen')).flatMap((meeting) => STEPS.map((step) => `${meeting}${step}`));
  const decisions = (await listed('/beschluesse')).slice(-2);
  const others = ['/beschluesse', ...decisions, '/umlaufbeschluesse', ...(await listed('/umlaufbeschluesse'))];
  for (const path of [...meetings, ...others, '/beschluesse/offen', '/kalender']) {
    await t.test(path, () => check(path, 'de'));
  }
});

test('complete meetings in English', async (t) => {
  const { page } = visitor;
  await page.goto('/');
  // The choice stands in the menu of the account, which is closed.
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'English').click()),
  ]);
  const closed = (await listed('/sitzungen')).at(-1);
  const [decision] = await listed('/beschluesse');
  const [circular] = await listed('/umlaufbeschluesse');
  for (const path of [...STEPS.map((step) => `${closed}${step}`), '/beschluesse', decision, circular, '/kalender']) {
    await t.test(path, () => check(path, 'en'));
  }
});
