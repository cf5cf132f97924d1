#!/usr/bin/env node
// Recomputes protocols of the draw: `node cli.mjs PROTOCOL.json …`, or `-` for one protocol on each line of the standard
// input. Prints one line for each and ends with 1 if one of them differs, with 2 if one cannot be read.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const { verify } = createRequire(import.meta.url)('./draw.js');

let code = 0;

function check(name, text) {
  let protocol;
  try {
    protocol = JSON.parse(text);
  } catch (error) {
    console.log(`${name}: cannot be read: ${error.message}`);
    code = 2;
    return;
  }
  const { agrees, difference, figures } = verify(protocol);
  if (agrees) {
    const { children, events, wishes, seats, runs, previews } = figures;
    console.log(`${name}: agrees: ${children} children, ${events} events, ${wishes} wishes, ${seats} seats, ${runs} runs (${previews} previews)`);
    return;
  }
  const line = difference.line === null ? '' : `, line ${difference.line + 1}`;
  console.log(`${name}: differs at ${difference.field}${line}: expected ${difference.expected}, found ${difference.found}`);
  code ||= 1;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.log('usage: node cli.mjs PROTOCOL.json … | -');
  code = 2;
}
for (const file of files) {
  if (file === '-') {
    let number = 0;
    for await (const line of createInterface({ input: process.stdin })) {
      number += 1;
      check(`line ${number}`, line);
    }
    continue;
  }
  try {
    check(file, readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(`${file}: cannot be read: ${error.message}`);
    code = 2;
  }
}
process.exitCode = code;
