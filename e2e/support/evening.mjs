// A meeting of today with five members and four items, made for a test of its evening.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

export const MEMBERS = ['Birkenfeld', 'Hasloch', 'Karbach', 'Roden', 'Urspringen'];
export const ITEMS = ['Begrüßung', 'Ferienprogramm', 'Radkonzept', 'Verschiedenes'];

/** Who is invited follows from the seats of the body; the test needs only the result of that. */
const INVITE = `
import json, sqlite3, sys, uuid
file, meeting, names = sys.argv[1], uuid.UUID(sys.argv[2]).bytes, json.loads(sys.argv[3])
base = sqlite3.connect(file, timeout=20)
alliance, now = base.execute("SELECT alliance_id, created_at FROM meeting WHERE id = ?", (meeting,)).fetchone()
for position, name in enumerate(names, 1):
    row = dict(alliance_id=alliance, id=uuid.uuid4().bytes, version=1, created_at=now, changed_at=now, meeting_id=meeting,
        position=position, name=name, person="", email="", role="member", votes=1000, channel="letter", items="",
        answer="no" if name == "Urspringen" else "yes", reason="", deputy="", answered_by="typed", token_digest="")
    base.execute("INSERT INTO participant (%s) VALUES (%s)" % (", ".join(row), ", ".join("?" * len(row))), list(row.values()))
base.execute("UPDATE agenda_item SET minutes = 10, purpose = 'decision', proposal = 'Das Ferienprogramm wird 2018 fortgeführt. Wünsche können vom 4. bis 24. Juni 2018 abgegeben werden; die Plätze werden ausgelost.' WHERE meeting_id = ? AND title = 'Ferienprogramm'", (meeting,))
base.commit()
`;

/**
 * Makes the meeting through its form and gives the address of its evening.
 * @param {import('playwright-core').Page} page somebody who may
 * @param {import('./server.mjs').Server} server
 * @param {string} title
 * @returns {Promise<string>}
 */
export async function prepareMeeting(page, server, title) {
  await page.goto('/sitzungen/neu');
  await page.locator('#body_id').selectOption({ index: 1 });
  await page.locator('#title').fill(title);
  await page.locator('#held_on').fill('04.12.2017');
  await page.locator('#topics').fill(ITEMS.join('\n'));
  await page.getByRole('main').locator('button.primary').last().click();
  await page.waitForURL(/\/sitzungen\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  assert.ok(id);
  execFileSync('python3', ['-c', INVITE, server.database, id, JSON.stringify(MEMBERS)]);
  return `/sitzungen/${id}/durchfuehren`;
}
