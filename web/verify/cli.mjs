#!/usr/bin/env node
// node web/verify/cli.mjs FILE [--trusted-vkey VKEY|FILE] [--trusted-checkpoint FILE] [--json]

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from './src/verify.mjs';

const usage = 'usage: node cli.mjs FILE [--trusted-vkey VKEY|FILE] [--trusted-checkpoint FILE] [--json]';

function read(argv) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { 'trusted-vkey': text, 'trusted-checkpoint': text, json: { type: 'boolean' } } });
  if (positionals.length !== 1) throw new Error('expected one file');
  return { file: positionals[0], vkey: values['trusted-vkey'], checkpoint: values['trusted-checkpoint'], json: values.json };
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
  const answer = await verifyBundle(new Uint8Array(readFileSync(args.file)), { vkey, checkpoint });
  if (args.json) console.log(JSON.stringify(answer, null, 2));
  else for (const { check, result, detail } of answer.rows) console.log(`${result.padEnd(12)} ${check.padEnd(20)} ${detail}`);
  if (!args.json && answer.ok) console.log('The bundle holds. What was not checked is listed above.');
  if (!answer.ok) console.error(`${args.file}: ${answer.fault}`);
  process.exitCode = answer.ok ? 0 : 2;
} catch (error) {
  if (error.code === undefined) throw error;
  console.error(error.message);
  process.exitCode = 4;
}
