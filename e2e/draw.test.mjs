// The second implementation of the draw, written from its published rule alone: it agrees with the program on the golden
// protocols and on generated ones, and finds every alteration. `ALLMENDE_DRAW_INSTANCES` says how many are generated.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchBrowser } from './support/browser.mjs';
import { findBarriers, findSidewaysScroll } from './support/barriers.mjs';

const CRATE = fileURLToPath(new URL('../engines/seat-allocation', import.meta.url));
const { verify, sha256, digestOfLines } = createRequire(import.meta.url)(join(CRATE, 'verifier/draw.js'));
const TRIALS = join(dirname(process.env.ALLMENDE_PROGRAM ?? join(CRATE, '../../target/debug/allmende')), 'seat-trials');
const INSTANCES = Number(process.env.ALLMENDE_DRAW_INSTANCES ?? 200);
const ALTERATIONS = 1000;

const golden = readdirSync(join(CRATE, 'tests/golden'))
  .filter((name) => name.endsWith('.protocol.json'))
  .map((name) => ({ name, text: readFileSync(join(CRATE, 'tests/golden', name), 'utf8') }));

test('digests are those of FIPS 180-4', () => {
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(sha256('a'.repeat(1000000)), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('the golden protocols agree', () => {
  assert.ok(golden.length >= 4);
  for (const { name, text } of golden) assert.deepEqual(verify(JSON.parse(text)).difference, undefined, name);
});

test(`${INSTANCES} generated protocols with all features mixed agree`, async () => {
  const child = spawn(TRIALS, ['protocols', '--count', String(INSTANCES)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    count += 1;
    assert.deepEqual(verify(JSON.parse(line)).difference, undefined, `protocol ${count}`);
  }
  assert.equal(await ended, 0);
  assert.equal(count, INSTANCES);
});

test(`${ALTERATIONS} alterations are found`, () => {
  const random = generator(2027);
  const found = new Map();
  for (let number = 0; number < ALTERATIONS; number += 1) {
    const { name, text } = golden[number % golden.length];
    const protocol = JSON.parse(text);
    const what = alter(protocol, random);
    const { agrees, difference } = verify(protocol);
    assert.ok(!agrees, `alteration ${number} of ${name} was not found: ${what}`);
    found.set(difference.field, (found.get(difference.field) ?? 0) + 1);
  }
  // They are found in different places, not all by one digest.
  for (const field of ['list', 'seed', 'result', 'log', 'list_digest']) assert.ok(found.has(field), `${field}: ${[...found]}`);
});

test('an altered seat is named, even if all digests behind it fit', () => {
  const protocol = JSON.parse(golden.find(({ name }) => name === 'small.protocol.json').text);
  const line = protocol.result.findIndex((text) => text.startsWith('seat ') && text.endsWith(' choice'));
  const honest = protocol.result[line];
  protocol.result[line] = honest.replace(' choice', ' first');
  forge(protocol);
  const { difference } = verify(protocol);
  assert.equal(difference.field, 'result');
  assert.equal(difference.line, line);
  assert.equal(difference.expected, honest);
});

test('the page recomputes a chosen file without network, barriers or sideways scrolling', async (t) => {
  const browser = await launchBrowser();
  t.after(() => browser.close());
  for (const [colorScheme, width] of [['light', 1280], ['dark', 320]]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, offline: true, locale: 'de-DE' });
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => { if (!request.url().startsWith('file:')) asked.push(request.url()); });
    await page.goto(pathToFileURL(join(CRATE, 'verifier/index.html')).href);
    const choose = async (name, text) => {
      await page.getByLabel('Protokoll').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      return page.getByRole('status').getByRole('heading');
    };
    const { text } = golden.find(({ name }) => name === 'small.protocol.json');
    const heading = await choose('protokoll.json', text);
    await heading.waitFor();
    assert.match(await heading.textContent(), /Die Auslosung stimmt/);
    assert.deepEqual(await findBarriers(page), []);
    assert.deepEqual(await findSidewaysScroll(page), []);
    await choose('falsch.json', text.replace('choice 6', 'choice 5'));
    await page.getByText('Das Protokoll stimmt nicht.').waitFor();
    assert.deepEqual(await findBarriers(page), []);
    await choose('brief.json', 'Sehr geehrte Damen und Herren');
    await page.getByText('Diese Datei ist kein Protokoll.').waitFor();
    assert.deepEqual(asked, []);
    await context.close();
  }
});

/** Numbers from 0 to 1 that a seed fixes. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Alters one thing; in two of three cases as a forger would who makes the digests fit again. Says what. */
function alter(protocol, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const field = pick(['rules', 'list', 'list', 'commitment', 'value', 'seed', 'result', 'result', 'log', 'list_digest', 'result_digest', 'kind']);
  const before = JSON.stringify(protocol[field]);
  if (Array.isArray(protocol[field])) {
    const lines = protocol[field];
    const at = Math.floor(random() * lines.length);
    const way = pick(['letter', 'letter', 'remove', 'repeat', 'swap']);
    if (way === 'letter') lines[at] = otherLetter(lines[at], random);
    if (way === 'remove') lines.splice(at, 1);
    if (way === 'repeat') lines.splice(at, 0, lines[at]);
    if (way === 'swap') lines.push(...lines.splice(at, 1));
  } else if (field === 'kind') {
    protocol.kind = protocol.kind === 'binding' ? 'preview' : 'binding';
  } else {
    protocol[field] = otherLetter(protocol[field], random);
  }
  if (JSON.stringify(protocol[field]) === before) return alter(protocol, random);
  const forged = ['list', 'result'].includes(field) && random() < 0.67;
  if (forged) forge(protocol);
  return `${field}: ${before.slice(0, 200)}${forged ? ' (digests fit)' : ''}`;
}

function otherLetter(text, random) {
  const at = Math.floor(random() * text.length);
  const letter = '0123456789abcdef'[Math.floor(random() * 16)];
  return text.slice(0, at) + letter + text.slice(at + 1);
}

/** Makes the digests of an altered list or result fit, but for the seed: that would be another draw. */
function forge(protocol) {
  const old = { list: protocol.list_digest, result: protocol.result_digest };
  protocol.list_digest = digestOfLines(protocol.list);
  protocol.result_digest = digestOfLines(protocol.result);
  protocol.commitment = protocol.commitment.map((line) => line.replace(old.list, protocol.list_digest));
  if (protocol.commitment.length) protocol.commitment_digest = digestOfLines(protocol.commitment);
  let before = '0'.repeat(64);
  protocol.log = protocol.log.map((line, i) => {
    const words = line.split(' ');
    if (words[7] === old.result) words[7] = protocol.result_digest;
    words[6] = protocol.list_digest;
    if (words[3] === 'binding') words[5] = protocol.commitment_digest;
    if (i > 0) words[8] = before;
    const forged = words.join(' ');
    before = sha256(forged);
    return forged;
  });
  protocol.log_digest = before;
}
