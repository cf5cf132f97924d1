// Starts the built program with the demo alliance in a folder of its own and reads what it prints.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROLES = ['manager', 'chair', 'mayor', 'clerk'];
/** The manager of the invented alliance whose meetings are complete. */
export const SECOND = 'haselgrund-manager';

const PROGRAM =
  process.env.ALLMENDE_PROGRAM ??
  fileURLToPath(new URL('../../target/debug/allmende', import.meta.url));
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

/**
 * A running demo server.
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} database the file of its database
 * @property {Record<string, string>} links the one-time sign-in link of each role
 * @property {() => string} output everything that the program has printed
 * @property {() => Promise<void>} stop ends the program and removes its data
 */

/**
 * Starts the program on a free port and waits until it has printed a link for each role.
 * @returns {Promise<Server>}
 */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'allmende-e2e-'));
  const child = spawn(
    PROGRAM,
    ['demo', '--data', join(folder, 'data'), '--port', '0'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } },
  );
  // If the tests are interrupted, the program must not stay behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(end, STOP_LIMIT_MS);
    await ended;
    clearTimeout(kill);
    process.off('exit', end);
    await rm(folder, { recursive: true, force: true });
  };

  let text = '';
  const links = {};
  try {
    await new Promise((resolve, reject) => {
      const fail = (reason) => reject(new Error(`${reason}; the program printed:\n${text}`));
      const late = setTimeout(() => fail('no sign-in links in time'), START_LIMIT_MS);
      const read = (chunk) => {
        text += chunk;
        Object.assign(links, readLinks(text));
        if ([...ROLES, SECOND].every((role) => links[role])) {
          clearTimeout(late);
          resolve();
        }
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      child.once('error', (error) => {
        clearTimeout(late);
        fail(`cannot start ${PROGRAM}: ${error.message}`);
      });
      child.once('close', (code) => {
        clearTimeout(late);
        fail(`the program ended with ${code}`);
      });
    });
  } catch (error) {
    if (child.pid !== undefined) await stop();
    else await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const database = join(folder, 'data', 'allmende.sqlite');
  return { origin: new URL(links.manager).origin, database, links, output: () => text, stop };
}

/**
 * The links in lines such as `manager  http://127.0.0.1:4711/anmelden/link/…`.
 * Only complete lines count: the last one may have arrived in part.
 */
function readLinks(text) {
  const links = {};
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  for (const [, role, link] of complete.matchAll(/^\s*([\w-]+)\W*\s(https?:\/\/\S+)\s*$/gm)) {
    if (ROLES.includes(role) || role === SECOND) links[role] ??= link;
  }
  return links;
}
