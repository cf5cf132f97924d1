// Walking a page with the keyboard alone.

import assert from 'node:assert/strict';

const MOST_STEPS = 120;

/**
 * What has the focus, as a person perceives it.
 * @typedef {object} Focused
 * @property {string} name label or text
 * @property {string} kind name of the element
 * @property {boolean} visible whether one can see that it has the focus
 */

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Focused>}
 */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', kind: 'body', visible: true };
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    // A hidden radio button or a card shows the focus on the element around it.
    const around = getComputedStyle(element.closest('label, li, div') ?? element);
    const shown = outlined || style.boxShadow !== 'none'
      || (around.outlineStyle !== 'none' && parseFloat(around.outlineWidth) >= 1);
    return {
      name: (label ?? element.innerText ?? '').trim().replace(/\s+/g, ' '),
      kind: element.localName,
      visible: shown,
    };
  });
}

/**
 * Presses Tab until an element with this name has the focus; every stop on the way must be visible.
 * @param {import('playwright-core').Page} page
 * @param {RegExp} name
 * @param {string[]} kinds names of elements, all if empty
 */
export async function tabTo(page, name, kinds = []) {
  const passed = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const found = await focused(page);
    assert.ok(found.visible, `one cannot see that ${found.kind} "${found.name}" has the focus`);
    if (name.test(found.name) && (kinds.length === 0 || kinds.includes(found.kind))) return;
    passed.push(`${found.kind} "${found.name.slice(0, 30)}"`);
  }
  assert.fail(`Tab does not reach ${name}; it stops at ${passed.slice(0, 40).join(', ')}`);
}
