// The form of a network entry, the example of a task that everyone must be able to finish.

import assert from 'node:assert/strict';

export const PATH = '/vernetzung/neu';
export const LABELS = { date: /^Datum/, title: /^Titel/, outcome: /^Ergebnis/ };
export const SAVE = /speichern/i;
/** November has 30 days. */
export const WRONG_DATE = '31.11.2017';
export const RIGHT_DATE = '30.11.2017';

/** An invented entry; the mark keeps entries of different tests apart. */
export function entry(mark) {
  return {
    title: `Austausch über Streuobstwiesen ${mark}`,
    outcome: `Gemeinsame Pflege wird geprüft (${mark}): „Äpfel & Öl“ <b>#set</b> *a*`,
  };
}

/**
 * The form has come back: the summary of errors has the focus, leads to the field, and everything
 * that was typed is still there.
 * @param {import('playwright-core').Page} page
 * @param {{title: string, outcome: string}} typed
 */
export async function expectError(page, typed) {
  assert.match(await page.title(), /^Fehler: /, 'the title of the page begins with the error');
  const summary = await page.evaluate(() => ({
    text: document.activeElement?.innerText ?? '',
    targets: [...(document.activeElement?.querySelectorAll('a[href^="#"]') ?? [])].map((link) =>
      link.getAttribute('href'),
    ),
  }));
  assert.ok(summary.text.includes(WRONG_DATE), `the focus is on "${summary.text.slice(0, 80)}"`);
  const date = page.getByLabel(LABELS.date).first();
  assert.equal(await date.getAttribute('aria-invalid'), 'true');
  assert.ok(
    summary.targets.includes(`#${await date.getAttribute('id')}`),
    `the summary leads to ${summary.targets.join(', ') || 'nothing'}, not to the date`,
  );
  assert.equal(await date.inputValue(), WRONG_DATE);
  assert.equal(await page.getByLabel(LABELS.title).inputValue(), typed.title);
  assert.equal(await page.getByLabel(LABELS.outcome).inputValue(), typed.outcome);
}

/**
 * The entry is saved: the page says so, and the list shows it literally.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
export async function expectSaved(page, title) {
  await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
  assert.ok(!page.url().endsWith(PATH), 'the form was left');
  await page.goto('/vernetzung');
  await page.getByRole('main').getByText(title).first().waitFor();
}
