#!/usr/bin/env node
// node web/verify/cli.mjs FILE... [--trusted-vkey VKEY|FILE] [--trusted-checkpoint FILE] [--consistency FILE] [--trusted-witness VKEY|FILE]... [--policy FILE] [--json]

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from './src/verify.mjs';

const usage =
  'usage: node cli.mjs FILE... [--trusted-vkey VKEY|FILE] [--trusted-checkpoint FILE] [--consistency FILE] [--trusted-witness VKEY|FILE]... [--policy FILE] [--json]';

function read(argv) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      'trusted-vkey': text,
      'trusted-checkpoint': text,
      consistency: text,
      'trusted-witness': { ...text, multiple: true, default: [] },
      policy: text,
      json: { type: 'boolean' },
    },
  });
  if (positionals.length === 0) throw new Error('expected a file');
  return {
    files: positionals,
    vkey: values['trusted-vkey'],
    checkpoint: values['trusted-checkpoint'],
    consistency: values.consistency,
    witnesses: values['trusted-witness'],
    policy: values.policy,
    json: values.json,
  };
}

// Controls and direction characters of a bundle are spelled out, as in JSON: they could rewrite lines above.
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const visible = (text) => text.replace(unsafe, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const line = (text) => visible(text.replace(/\r\n|[\r\n]/g, '⏎'));

function print({ rows, ok, headline }) {
  for (const { check, result, detail } of rows) console.log(line(`${result.padEnd(12)} ${check.padEnd(20)} ${detail}`));
  if (ok) console.log(headline);
}

// Of several bundles the one of which least was shown decides.
const worst = [2, 9, 8, 7, 0];

const bytesOf = (file) => (file === undefined ? undefined : new Uint8Array(readFileSync(file)));

// A key, or a file with keys, one a line.
const keysOf = (given) => {
  const keys = existsSync(given) ? readFileSync(given, 'utf8').split('\n').filter((line) => line !== '') : [given];
  if (keys.length === 0) throw new Error(`--trusted-witness: expected a file with a verifier key, found '${given}' without one`);
  return keys;
};

let args;
try {
  args = read(process.argv.slice(2));
} catch (error) {
  console.error(`${line(error.message)}\n${usage}`);
  process.exit(1);
}

try {
  const vkey = args.vkey !== undefined && existsSync(args.vkey) ? readFileSync(args.vkey, 'utf8') : args.vkey;
  const [checkpoint, consistency, policy] = [bytesOf(args.checkpoint), bytesOf(args.consistency), bytesOf(args.policy)];
  const trusted = { vkey, checkpoint, consistency, policy, witnesses: args.witnesses.flatMap(keysOf) };
  const answers = [];
  for (const file of args.files) answers.push(await verifyBundle(bytesOf(file), trusted));
  if (args.json) console.log(visible(JSON.stringify(answers, null, 2)));
  for (const [i, answer] of answers.entries()) {
    if (!args.json) print(answer);
    if (!answer.ok) console.error(line(`${args.files[i]}: ${answer.fault}`));
  }
  process.exitCode = worst.find((code) => answers.some((answer) => answer.code === code));
} catch (error) {
  console.error(line(error.message));
  process.exitCode = 4;
}
