// Debian's Chromium, driven by playwright-core, and a visitor's window with everything it reports.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Starts a headless browser with a fresh profile that can reach this machine only. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const file of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not here
    }
  }
  throw new Error('Chromium is missing; `cargo xtask test browser` installs it or says how');
}

/**
 * A window of its own: cookies, a page, and a list of faults that the browser reports.
 * @typedef {object} Visitor
 * @property {import('playwright-core').BrowserContext} context
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<string[]>} takeFaults what was reported since the last call
 */

/**
 * Opens a window.
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin the only origin that pages may talk to
 * @param {import('playwright-core').BrowserContextOptions} options for example `storageState`
 * @returns {Promise<Visitor>}
 */
export async function openVisitor(browser, origin, options = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    // Measured in the middle of a transition, colours are wrong.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const faults = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['data:', 'blob:', 'about:', 'file:'].includes(url.protocol);
    if (!own) faults.push(`asks another host: ${url.href}`);
  });
  // A page that refuses a form has an error status, which the browser reports on its console too;
  // that is no fault of the page. Missing pictures and styles are.
  const pages = new Set();
  context.on('response', (response) => {
    if (response.request().isNavigationRequest()) pages.add(response.url());
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const refused = /the server responded with a status of/.test(message.text());
    if (refused && pages.has(message.location().url)) return;
    faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`script error: ${error.error().message}`));
  // Runs before the page's own scripts, outside of its content security policy.
  await context.addInitScript(() => {
    window.cspViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.cspViolations.push(`${event.effectiveDirective} forbids ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  const takeFaults = async () => {
    const violations = await page.evaluate(() => (window.cspViolations ?? []).splice(0));
    return [...faults.splice(0), ...violations.map((text) => `content security policy: ${text}`)];
  };
  return { context, page, takeFaults };
}
