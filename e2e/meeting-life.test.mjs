// The whole life of a meeting with the keyboard alone: rules, seats, agenda, invitation, evening, minutes, approval.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser } from './support/browser.mjs';
import { tabTo } from './support/keyboard.mjs';
import { expectNone } from './support/page-checks.mjs';
import { startServer } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

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

/** Fills fields in the order of the page, each found by its label, and sends the form with Ctrl+Enter. */
async function write(page, fields) {
  for (const [label, text] of fields) {
    await tabTo(page, label, ['input', 'textarea']);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
}

/** Reaches a link or button by its name and follows it. */
async function follow(page, name) {
  await page.locator('#inhalt').focus();
  await tabTo(page, name, ['a', 'button', 'summary']);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const open = async (page, path) => {
  await page.goto(path);
  await page.locator('#inhalt').focus();
};

test('a meeting lives from its first topic to approved minutes, by keyboard', async () => {
  const { page } = visitor;
  // A body of its own, so that nothing of the example is in the way.
  await open(page, '/gremien/neu?kind=working_group');
  await write(page, [[/^Name/, 'Lenkungsgruppe Radwege'], [/^Name einer Sitzung|^Eine Sitzung/, 'Lenkungssitzung'], [/Sitzungen/, 'Lenkungssitzungen']]);
  assert.match(page.url(), /\/gremien\/[0-9a-f-]{36}$/, await page.locator('main').innerText());
  const body = new URL(page.url()).pathname.split('/').at(-1);

  await open(page, `/regelwerke/neu?body_id=${body}&vorlage=informal`);
  await write(page, [[/^Gültig ab/, '01.01.2017'], [/^Fundstelle/, 'Absprache vom 10.01.2017']]);
  await page.getByText('Absprache vom 10.01.2017').first().waitFor();

  for (const [name, mail] of [['Rita Ammann', 'ammann@example.org'], ['Horst Vierling', 'vierling@example.org']]) {
    await open(page, `/gremienplaetze/neu?body_id=${body}`);
    await write(page, [[/^Anderer Name/, name], [/^Andere E-Mail/, mail]]);
  }

  await open(page, `/themenspeicher/neu?body_id=${body}`);
  await write(page, [[/^Thema|^Titel/, 'Lückenschluss am Main']]);

  // 4 December is today in the demonstration: the evening can follow at once.
  await open(page, `/sitzungen/neu?body_id=${body}`);
  await write(page, [[/^Datum/, '04.12.2017'], [/^Beginn/, '18:00'], [/^Ort/, 'Rathaus Hasloch'], [/^Themen/, 'Begrüßung']]);
  const meeting = new URL(page.url()).pathname;
  await follow(page, /^„Lückenschluss am Main“ auf die Tagesordnung setzen/);
  await page.getByText('Ö\u00a02').first().waitFor();
  // Alt and an arrow move the item that has the focus.
  await page.locator('#inhalt').focus();
  await tabTo(page, /^Lücken\u00ad?schluss am Main/, ['a']);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Alt+ArrowUp')]);
  assert.match(await page.locator('.agenda li').first().innerText(), /Lücken\u00ad?schluss/);

  await open(page, meeting);
  await follow(page, /^Weiter zur Einladung/);
  assert.match(await page.locator('main').innerText(), /2 E-Mails, kein Brief/);
  // Today is late even for a group that asks for seven days only: that wants a reason.
  await follow(page, /^Einladung versenden/);
  assert.match(await page.locator('main').innerText(), /Die Ladungsfrist ist vorbei/);
  await page.locator('#inhalt').focus();
  await write(page, [[/^Begründung/, 'Die Bagger kommen morgen.']]);
  assert.match(await page.locator('main').innerText(), /Alle haben den aktuellen Stand/);

  await open(page, `${meeting}/durchfuehren`);
  await tabTo(page, /^Vorsitz/, ['input']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Rita Ammann');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-count]').first().waitFor();
  await page.goto(`${meeting}/durchfuehren/schliessen`);
  await page.locator('#inhalt').focus();
  await tabTo(page, /^Sitzung schließen/, ['button']);
  await page.keyboard.press('Enter');
  await page.getByText('geschlossen').first().waitFor();

  await open(page, `${meeting}/protokoll`);
  await follow(page, /^Niederschrift feststellen und versenden/);
  await page.locator('#inhalt').focus();
  await tabTo(page, /feststellen/, ['button']);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.getByText('Fassung 1').first().waitFor();
  await follow(page, /genehmigen|Genehmig/);
  await page.locator('#inhalt').focus();
  await tabTo(page, /genehmig|speichern|festhalten/i, ['button']);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.getByText('genehmigt').first().waitFor();

  // The approval was offered for the next agenda by itself, and what was not dealt with waits.
  await open(page, `/themenspeicher?gremium=${body}`);
  const store = await page.locator('main').innerText();
  assert.match(store.replaceAll('\u00ad', ''), /Genehmigung der Niederschrift/);
  expectNone(await visitor.takeFaults());
});
