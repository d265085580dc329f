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

function print(rows, ok) {
  for (const { check, result, detail } of rows) console.log(`${result.padEnd(12)} ${check.padEnd(20)} ${detail}`);
  if (ok) console.log('The bundle holds. What was not checked is listed above.');
}

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
  for (const [i, { ok, fault, rows }] of answers.entries()) {
    if (!args.json) print(rows, ok);
    if (!ok) console.error(`${args.files[i]}: ${fault}`);
  }
  process.exitCode = answers.every(({ ok }) => ok) ? 0 : 2;
} catch (error) {
  if (error.code === undefined) throw error;
  console.error(error.message);
  process.exitCode = 4;
}
