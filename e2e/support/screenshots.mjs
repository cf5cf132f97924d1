// Pictures of pages, for people to look at: `target/screenshots/NAME-WIDTH-SCHEME.png`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = process.env.ALLMENDE_TARGET ?? fileURLToPath(new URL('../../target', import.meta.url));
const FOLDER = join(TARGET, 'screenshots');
/** Two of the four views show nearly everything; `ALLMENDE_SCREENSHOTS=all` takes all of them. */
const ALL = process.env.ALLMENDE_SCREENSHOTS === 'all';

/**
 * Takes a picture of the whole page.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {{width: number, scheme: string}} view
 */
export async function takeScreenshot(page, name, { width, scheme }) {
  const telling = (width === 320) === (scheme === 'dark');
  if (!ALL && !telling) return;
  await mkdir(FOLDER, { recursive: true });
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80);
  await page.screenshot({ path: join(FOLDER, `${file}-${width}-${scheme}.png`), fullPage: true });
}
