// Barriers: axe's rules for WCAG 2.0 to 2.2, levels A and AA, and sideways scrolling.

import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that depend on colours; all others give the same answer in the dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Runs axe on the page as it stands and gives back one sentence for each violation.
 *
 * The rules come in through the debugging protocol, so the page keeps its own content security
 * policy while it is examined.
 * @param {import('playwright-core').Page} page
 * @param {{onlyColours?: boolean}} options
 * @returns {Promise<string[]>}
 */
export async function findBarriers(page, { onlyColours = false } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = onlyColours
    ? { runOnly: { type: 'rule', values: COLOUR_RULES } }
    : // The size of targets is new in WCAG 2.2 and not examined unless asked for.
      { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } };
  const violations = await page.evaluate(async (options) => {
    const result = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      places: nodes.map(({ target, failureSummary }) => `${target} (${failureSummary})`),
    }));
  }, options);
  return violations.map(
    ({ id, help, places }) => `axe ${id}: ${help}: ${shortened(places).replaceAll('\n', ' ')}`,
  );
}

/**
 * Sideways scrolling, with the elements that cause it.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function findSidewaysScroll(page) {
  const causes = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5,
    );
    return ['the page is wider than the window', ...wide.map((element) => {
      const classes = element.className && typeof element.className === 'string'
        ? `.${element.className.trim().split(/\s+/).join('.')}` : '';
      return `${element.localName}${classes}`;
    })];
  });
  return causes.length ? [`scrolls sideways: ${shortened(causes)}`] : [];
}

function shortened(items) {
  const shown = items.slice(0, 5).join('; ');
  return items.length > 5 ? `${shown}; … and ${items.length - 5} more` : shown;
}
