// The evening of a meeting: with keys alone and a network that goes away; without script; without barriers.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBarriers, findSidewaysScroll } from './support/barriers.mjs';
import { launchBrowser } from './support/browser.mjs';
import { prepareMeeting } from './support/evening.mjs';
import { focused, tabTo } from './support/keyboard.mjs';
import { expectNone } from './support/page-checks.mjs';
import { startServer } from './support/server.mjs';
import { openAnother, signIn } from './support/sign-in.mjs';

let browser;
let server;
let visitor;

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  visitor = await signIn(browser, server, 'manager');
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const head = (page) => page.locator('h1').innerText();
const saved = (page) => page.waitForFunction(
  () => /^(Gespeichert|Stand)/.test(document.querySelector('[data-state-words]')?.textContent ?? ''),
);
const stored = (page) => page.evaluate(
  () => Object.entries(localStorage).filter(([key]) => /^evening:[^:]+:[^:]+$/.test(key)).map(([, text]) => JSON.parse(text)),
);

/** Types into the field that finds a member, and takes the first hit. */
async function pick(page, text) {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('an evening with keys alone, and the network goes away in between', async () => {
  const { page, context } = visitor;
  const evening = await prepareMeeting(page, server, 'Abend mit Tasten');
  await page.goto(evening);
  await tabTo(page, /^Vorsitz/, ['input']);
  await page.keyboard.type('Johann Hartlieb');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/durchfuehren$/);
  await page.locator('[data-count]', { hasText: '4 von 5' }).waitFor();

  // The next item, twice; the first one is ended by that.
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Ferien'));
  await saved(page);

  // Somebody comes.
  await page.keyboard.press('k');
  await pick(page, 'Ursp');
  await page.locator('[data-count]', { hasText: '5 von 5' }).waitFor();

  // All for it, except two.
  await page.keyboard.press('/');
  await pick(page, 'Hasl dag');
  await pick(page, 'Rod enth');
  await page.getByText('Angenommen mit 3 : 1 Stimmen').waitFor();
  assert.equal(await page.locator('[data-tile=yes]').innerText(), '3');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Beschluss 01/2017').waitFor();
  await saved(page);

  // A task.
  await page.keyboard.press('a');
  assert.match((await focused(page)).name, /^Was ist zu tun/);
  await page.keyboard.type('Termine melden');
  await page.keyboard.press('Control+Enter');
  await page.locator('.cards').getByText('Termine melden').waitFor();
  await saved(page);
  // The pages of the other items are fetched ahead.
  await page.waitForTimeout(4000);

  await context.setOffline(true);
  await page.locator('#inhalt').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Radkonzept'));
  await page.keyboard.press('g');
  await pick(page, 'Karb');
  await page.locator('[data-person][data-name=Karbach] .waits').waitFor();
  await tabTo(page, /^Notizen/, ['textarea']);
  await page.keyboard.type('Ohne Netz geschrieben.');
  await page.keyboard.press('Control+Enter');
  await page.locator('#inhalt').focus();
  await page.keyboard.press('/');
  await pick(page, 'Hasl dag');
  assert.equal(await page.locator('[data-tile=yes]').innerText(), '3', 'four are left, one of them is against it');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note[data-pending]').waitFor();
  await page.getByText('4 Eingaben warten auf das Netz').first().waitFor();
  assert.equal((await stored(page))[0].queue.length, 4, 'what waits would outlast the page');

  await context.setOffline(false);
  await page.getByText('Beschluss 02/2017').waitFor();
  await saved(page);
  assert.deepEqual(await stored(page), [{ queue: [], refused: [] }]);
  assert.equal(await page.locator('#notizen').inputValue(), 'Ohne Netz geschrieben.');
  await page.locator('[data-count]', { hasText: '4 von 5' }).waitFor();
  await page.getByText('Angenommen mit 3 : 1 Stimmen').first().waitFor();

  // Closing.
  await page.goto(`${evening}/schliessen`);
  await tabTo(page, /^Sitzung schließen/, ['button']);
  await page.keyboard.press('Enter');
  await page.getByText('geschlossen').first().waitFor();
  // A browser says so when a request finds no network.
  expectNone((await visitor.takeFaults()).filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)));
});

test('what is refused after the network came back is kept with its reason', async () => {
  const { page, context } = visitor;
  const evening = await prepareMeeting(page, server, 'Abend mit Nachtrag');
  await page.goto(evening);
  await page.locator('#chair').fill('Johann Hartlieb');
  await page.locator('button.primary').click();
  await page.locator('[data-count]', { hasText: '4 von 5' }).waitFor();
  const second = await openAnother(browser, visitor, server.origin);
  await second.page.goto(evening);
  await context.setOffline(true);
  await page.locator('#notizen').fill('Mein Text.');
  await page.getByText('Eingabe wartet auf das Netz').first().waitFor();
  await second.page.locator('#notizen').fill('Der andere Text.');
  await saved(second.page);
  await second.page.waitForTimeout(2500);
  await context.setOffline(false);
  await page.getByText('Nicht übernommen').waitFor();
  await page.getByText('Mein Text.').first().waitFor();
  await page.getByRole('button', { name: 'Noch einmal senden' }).click();
  await page.locator('#notizen-andere').getByText('Der andere Text.').waitFor();
  assert.equal(await page.locator('#notizen').inputValue(), 'Mein Text.');
  await page.locator('#notizen').fill('Mein Text. Der andere Text.');
  await page.getByRole('button', { name: 'Notizen speichern' }).click();
  await page.locator('#notizen-andere').waitFor({ state: 'detached' });
  await saved(page);
  await page.reload();
  assert.equal(await page.locator('#notizen').inputValue(), 'Mein Text. Der andere Text.');
  await second.context.close();
  await visitor.takeFaults();
});

test('without script, form by form', async () => {
  const evening = await prepareMeeting(visitor.page, server, 'Abend ohne Skript');
  const { page, context, takeFaults } = await openAnother(browser, visitor, server.origin, { javaScriptEnabled: false });
  await page.goto(evening);
  await page.locator('#chair').fill('Johann Hartlieb');
  await page.getByRole('button', { name: 'Sitzung eröffnen' }).click();
  await page.getByRole('button', { name: /Ferienprogramm/ }).click();
  assert.match(await head(page), /Ferien/);
  await page.getByText('Einzelne Stimmen').click();
  await page.getByLabel('Hasloch', { exact: true }).selectOption('dagegen');
  await page.getByRole('button', { name: 'Abstimmung festhalten' }).click();
  await page.getByText('Angenommen mit 3 : 1 Stimmen').first().waitFor();
  await page.getByLabel('Notizen zur Beratung').fill('Ohne Skript.');
  await page.getByRole('button', { name: 'Notizen speichern' }).click();
  await page.locator('[data-name=Karbach] > summary').click();
  await page.locator('[data-name=Karbach]').getByRole('button', { name: 'Weggang festhalten' }).click();
  await page.locator('[data-count]', { hasText: '3 von 5' }).waitFor();
  await page.getByRole('link', { name: 'Sitzung schließen' }).click();
  await page.getByRole('button', { name: 'Sitzung schließen' }).click();
  await page.getByText('geschlossen').first().waitFor();
  expectNone(await takeFaults());
  await context.close();
});

test('no barriers, narrow and wide, light and dark', async () => {
  const { page } = visitor;
  const evening = await prepareMeeting(page, server, 'Abend ohne Barrieren');
  const look = async (name) => {
    for (const [width, scheme] of [[1280, 'light'], [1280, 'dark'], [320, 'light'], [320, 'dark']]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const found = [...await findBarriers(page), ...await findSidewaysScroll(page)];
      if (process.env.ALLMENDE_PICTURES) {
        await page.screenshot({ path: `${process.env.ALLMENDE_PICTURES}/${name}-${width}-${scheme}.png`, fullPage: true });
      }
      expectNone(found.map((text) => `${name} at ${width}, ${scheme}: ${text}`));
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  await page.goto(evening);
  await look('evening-open');
  await page.locator('#chair').fill('Johann Hartlieb');
  await page.locator('button.primary').click();
  await page.locator('[data-count]', { hasText: '4 von 5' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Ferien'));
  await page.keyboard.press('a');
  await page.keyboard.type('Geschwisterregel im Verfahren erklären');
  await page.keyboard.press('Control+Enter');
  await page.locator('.cards').getByText('Geschwisterregel').waitFor();
  await page.locator('#inhalt').focus();
  await page.keyboard.press('/');
  await pick(page, 'Hasl dag');
  await pick(page, 'Rod enth');
  await page.getByText('Angenommen mit 2 : 1 Stimmen').waitFor();
  await look('evening-vote');
  await page.keyboard.type('b');
  await look('evening-finder');
  await page.keyboard.press('Escape');
  await page.locator('[data-name=Karbach] > summary').click();
  await look('evening-person');
  await page.keyboard.press('Escape');
  await page.locator('.vote-form button.primary').click();
  await page.getByText('Beschluss').first().waitFor();
  await look('evening-voted');
  await page.goto(`${evening}/wahl?top=${await page.locator('[data-evening]').getAttribute('data-top')}`);
  await look('evening-election');
  await page.goto(`${evening}/schliessen`);
  await look('evening-close');
  await page.locator('button.primary').click();
  await page.getByText('geschlossen').first().waitFor();
  await look('evening-closed');
});
