// Every page that a role can reach by links: without barriers, without foreign hosts, without
// errors, from 320 px on, light and dark.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser, openVisitor } from './support/browser.mjs';
import { crawl } from './support/crawl.mjs';
import { checkPage, expectNone } from './support/page-checks.mjs';
import { ROLES, startServer } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

let browser;
let server;

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a visitor without an account', (t) => checkAll(t, 'visitor'));

for (const role of ROLES) {
  test(`the role ${role}`, (t) => checkAll(t, role));
}

test('a page that does not exist', async () => {
  const visitor = await openVisitor(browser, server.origin);
  const answer = await visitor.page.goto('/diese-seite-gibt-es-nicht');
  assert.equal(answer.status(), 404);
  expectNone(await checkPage(visitor, { screenshot: 'nicht gefunden' }));
  await visitor.context.close();
});

/** Crawls as a role; each page is a test of its own. */
async function checkAll(t, role) {
  const visitor = role === 'visitor'
    ? await openVisitor(browser, server.origin)
    : await signIn(browser, server, role);
  const start = role === 'visitor' ? `${server.origin}/` : visitor.page.url();
  await visitor.takeFaults();
  let pages = 0;
  await crawl(visitor, start, async ({ path, status, isPage, from }) => {
    pages += isPage ? 1 : 0;
    await t.test(`${role}: ${path}`, async () => {
      assert.ok(status < 400, `status ${status}, linked from ${from}`);
      if (!isPage) return;
      // The pictures of one role are enough to look at; the others see less of the same.
      const screenshot = ['visitor', 'manager'].includes(role) ? `${role} ${path}` : undefined;
      expectNone(await checkPage(visitor, { screenshot }));
    });
  });
  assert.ok(pages > 0, 'there is a page');
  await visitor.context.close();
}
