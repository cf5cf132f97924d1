// The HTML pages among the sample documents in a browser: no barriers, nothing from outside, from
// 320 px on.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchBrowser, openVisitor } from '../support/browser.mjs';
import { checkPage, expectNone } from '../support/page-checks.mjs';

const TARGET =
  process.env.ALLMENDE_TARGET ?? fileURLToPath(new URL('../../target', import.meta.url));
const FOLDER = join(TARGET, 'samples');

let browser;

before(async () => {
  browser = await launchBrowser();
});

after(() => browser?.close());

const files = filesBelow(FOLDER).filter((name) => name.endsWith('.html'));

test('the samples have HTML pages', () => assert.ok(files.length > 0, FOLDER));

for (const name of files) {
  test(`document ${name}`, async () => {
    const visitor = await openVisitor(browser, 'null');
    await visitor.page.goto(pathToFileURL(join(FOLDER, name)).href);
    expectNone(await checkPage(visitor, { screenshot: `document ${name}` }));
    await visitor.context.close();
  });
}

function filesBelow(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const name = join(below, entry.name);
      return entry.isDirectory() ? filesBelow(folder, name) : [name];
    })
    .sort();
}
