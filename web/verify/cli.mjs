#!/usr/bin/env node
// node web/verify/cli.mjs FILE... [--trusted-vkey VKEY|FILE] [--trusted-checkpoint FILE] [--json]

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from './src/verify.mjs';

const usage = 'usage: node cli.mjs FILE... [--trusted-vkey VKEY|FILE] [--trusted-checkpoint FILE] [--json]';

function read(argv) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { 'trusted-vkey': text, 'trusted-checkpoint': text, json: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw new Error('expected a file');
  return { files: positionals, vkey: values['trusted-vkey'], checkpoint: values['trusted-checkpoint'], json: values.json };
}

function print({ rows, ok, headline }) {
  for (const { check, result, detail } of rows) console.log(`${result.padEnd(12)} ${check.padEnd(20)} ${detail}`);
  if (ok) console.log(headline);
}

// Of several bundles the one of which least was shown decides.
const worst = [2, 8, 7, 0];

let args;
try {
  args = read(process.argv.slice(2));
} catch (error) {
  console.error(`${error.message}\n${usage}`);
  process.exit(1);
}

try {
  const vkey = args.vkey !== undefined && existsSync(args.vkey) ? readFileSync(args.vkey, 'utf8') : args.vkey;
  const checkpoint = args.checkpoint === undefined ? undefined : new Uint8Array(readFileSync(args.checkpoint));
  const answers = [];
  for (const file of args.files) answers.push(await verifyBundle(new Uint8Array(readFileSync(file)), { vkey, checkpoint }));
  if (args.json) console.log(JSON.stringify(answers, null, 2));
  for (const [i, answer] of answers.entries()) {
    if (!args.json) print(answer);
    if (!answer.ok) console.error(`${args.files[i]}: ${answer.fault}`);
  }
  process.exitCode = worst.find((code) => answers.some((answer) => answer.code === code));
} catch (error) {
  console.error(error.message);
  process.exitCode = 4;
}
