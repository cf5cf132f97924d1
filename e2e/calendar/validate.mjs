// Calendars before independent readers: `node validate.mjs DIR`, with the files of the example `invitations`.
//
// Every file must pass libical's check of RFC 5546, ical.js with instants in summer and winter, and a look at the
// octets. Then known faults are put into copies: a check that stays silent about one of its faults fails, so that no
// check can pass without doing anything. The last line counts.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytes, libical, meaning } from "./checks.mjs";
import { FAULTS } from "./faults.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const scratch = mkdtempSync(join(tmpdir(), "allmende-calendar-"));
let passed = 0;
let failed = 0;

function count(good, words) {
  if (good) passed += 1;
  else {
    failed += 1;
    console.log(words);
  }
}

try {
  const program = join(scratch, "restrictions");
  execFileSync("cc", ["-O1", "-Wall", "-o", program, join(here, "restrictions.c"), "-lical"], { stdio: "inherit" });
  const checks = { libical: libical(program, join(scratch, "sample.ics")), bytes, meaning };

  const samples = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".ics"))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
  count(samples.size > 0, `${folder} holds no calendar`);
  for (const [name, file] of samples) {
    for (const [check, find] of Object.entries(checks)) {
      const findings = find(file);
      count(findings.length === 0, `${name}: ${check}: ${findings.slice(0, 5).join("; ")}`);
    }
  }
  for (const { name, sample, make, reportedBy } of FAULTS) {
    const sound = samples.get(sample)?.toString("latin1");
    const faulty = sound && make(sound);
    count(faulty && faulty !== sound, `${name}: ${sample} does not offer the place for this fault`);
    if (!faulty) continue;
    for (const check of reportedBy) {
      count(checks[check](Buffer.from(faulty, "latin1")).length > 0, `${name}: not reported by ${check}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
