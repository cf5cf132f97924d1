// What every page must fulfil, for everyone, in every width and colour scheme.

import assert from 'node:assert/strict';
import { findBarriers, findSidewaysScroll } from './barriers.mjs';
import { takeScreenshot } from './screenshots.mjs';

/** The widths and colour schemes in which every page is looked at. */
export const VIEWS = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'dark' },
  { width: 320, scheme: 'light' },
];

/**
 * Checks the open page in all views; gives back one sentence for each fault.
 * @param {import('./browser.mjs').Visitor} visitor
 * @param {{screenshot?: string}} options name under which pictures are kept
 * @returns {Promise<string[]>}
 */
export async function checkPage(visitor, { screenshot } = {}) {
  const { page } = visitor;
  const faults = await checkFrame(page);
  for (const view of VIEWS) {
    await page.setViewportSize({ width: view.width, height: 800 });
    await page.emulateMedia({ colorScheme: view.scheme });
    await settle(page);
    // The order of the views lets each width be examined in full once, in the light.
    const found = [
      ...(await findSidewaysScroll(page)),
      ...(await findBarriers(page, { onlyColours: view.scheme === 'dark' })),
    ];
    faults.push(...found.map((fault) => `${view.width} px, ${view.scheme}: ${fault}`));
    if (screenshot) await takeScreenshot(page, screenshot, view);
  }
  faults.push(...(await visitor.takeFaults()));
  return faults;
}

/** Fails with one line for each fault. */
export function expectNone(faults) {
  assert.ok(faults.length === 0, `${faults.length} faults:\n${faults.join('\n')}`);
}

/** Title, headings and language. */
async function checkFrame(page) {
  const { title, headings, language } = await page.evaluate(() => ({
    title: document.title.trim(),
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.innerText.trim()),
    language: document.documentElement.lang,
  }));
  const faults = [];
  if (!title) faults.push('has no title');
  if (headings.length !== 1 || !headings[0]) {
    faults.push(`has ${headings.length} first headings: ${headings.join(' | ')}`);
  }
  if (!/^(de|en)(-|$)/.test(language)) faults.push(`names the language ${language || '–'}`);
  return faults;
}

/** Waits until fonts are there and nothing moves any more. */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().map((animation) => animation.finished.catch(() => {}));
    await Promise.race([Promise.all(moving), new Promise((done) => setTimeout(done, 1000))]);
  });
}
