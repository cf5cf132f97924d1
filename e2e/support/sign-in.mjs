// Signing in with the one-time links that the demo prints.

import assert from 'node:assert/strict';
import { openVisitor } from './browser.mjs';

/**
 * Opens a window and signs in: the link leads to a page with one button.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @param {string} role one of `ROLES`
 * @param {import('playwright-core').BrowserContextOptions} options
 * @returns {Promise<import('./browser.mjs').Visitor>}
 */
export async function signIn(browser, server, role, options = {}) {
  const link = server.links[role];
  assert.ok(link, `the link of the role ${role} has been used already; one server, one sign-in`);
  delete server.links[role];
  const visitor = await openVisitor(browser, server.origin, options);
  await visitor.page.goto(link);
  await visitor.page.getByRole('main').getByRole('button').click();
  await visitor.page.waitForLoadState();
  assert.ok(
    !new URL(visitor.page.url()).pathname.startsWith('/anmelden'),
    `after signing in as ${role} the page is ${visitor.page.url()}`,
  );
  return visitor;
}

/**
 * Opens another window for someone who is signed in, for example without script.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./browser.mjs').Visitor} visitor
 * @param {string} origin
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export async function openAnother(browser, visitor, origin, options = {}) {
  return openVisitor(browser, origin, {
    ...options,
    storageState: await visitor.context.storageState(),
  });
}
