// node vectors.mjs FOLDER: holds the JavaScript verifier against the test vectors of docs/vectors.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, base64Of, fromBase64, fromHex, hexOf, utf8 } from '../../web/verify/src/bytes.mjs';
import { importKey, isSignedBy } from '../../web/verify/src/ed25519.mjs';
import { keyIdOf, parseDisclosed, parseEntry } from '../../web/verify/src/entry.mjs';
import { canonical, parseCanonical } from '../../web/verify/src/json.mjs';
import { isIncluded, leafHash, rootOf } from '../../web/verify/src/merkle.mjs';
import { upperAll } from '../../web/verify/src/letters.mjs';
import { printed } from '../../web/verify/src/printed.mjs';
import { parseCheckpoint, parseNote, parseProof, parseVkey, signaturesBy } from '../../web/verify/src/note.mjs';

const read = (file) => JSON.parse(readFileSync(join(process.argv[2], file), 'utf8'));
let held = 0;

// A canonical form is read as it is; any other form, and what is refused, is not.
for (const { input, canonical: form } of read('canonical-json.json').vectors) {
  const readOrNull = () => {
    try {
      return canonical(parseCanonical(utf8(input), 'input'));
    } catch (error) {
      assert(error instanceof Fault, error.stack);
      return null;
    }
  };
  assert.equal(readOrNull(), input === form ? form : null, input);
  if (form !== null) assert.equal(canonical(JSON.parse(input)), form);
  held++;
}

const { keys, entries } = read('entries.json');
const byId = new Map();
for (const { id, public_key: publicKey } of keys) {
  assert.equal(await keyIdOf(fromBase64(publicKey)), id);
  byId.set(id, await importKey(fromBase64(publicKey)));
  held++;
}
for (const { bytes, signed, signature, leaf } of entries) {
  const entry = await parseEntry(utf8(bytes), 'entry');
  assert.deepEqual(entry.signed, utf8(signed));
  assert.equal(hexOf(entry.signature), signature);
  assert(await isSignedBy(byId.get(entry.key), fromHex(signature), utf8(signed)));
  assert.equal(hexOf(await leafHash(utf8(bytes))), leaf);
  held++;
}

for (const { file, salt, content, commitment } of read('commitments.json').vectors) {
  const disclosed = await parseDisclosed(utf8(file), 'file');
  assert.equal(disclosed.commitment, commitment);
  assert.equal(canonical(disclosed.content), content);
  assert.equal(JSON.parse(file).salt, base64Of(fromHex(salt)));
  held++;
}

const log = read('log.json');
const leaves = entries.map(({ leaf }) => fromHex(leaf));
for (const [size, root] of log.roots.entries()) {
  assert.equal(base64Of(await rootOf(leaves.slice(0, size))), root);
  held++;
}
const note = parseNote(utf8(log.checkpoint), 'checkpoint');
assert.equal((await signaturesBy(note, await parseVkey(log.log_vkey, 'log'), 'checkpoint')).length, 1);
assert.equal((await signaturesBy(note, await parseVkey(log.witness_vkey, 'witness'), 'checkpoint'))[0].time, log.cosigned_at);
const { size, root } = parseCheckpoint(note.text, 'checkpoint');
for (const [index, text] of log.proofs.entries()) {
  const proof = parseProof(utf8(text), 'proof');
  assert.equal(proof.index, index);
  assert(await isIncluded(leaves[index], index, size, proof.hashes, root));
  assert(!(await isIncluded(leaves[index], (index + 1) % size, size, proof.hashes, root)));
  held++;
}

// Each letter has the capital that the commands take it for, and any other is its own.
const capitals = new Map(read('letters.json').capitals.split(' ').map((pair) => pair.split(':').map((hex) => String.fromCodePoint(parseInt(hex, 16)))));
for (let point = 0; point < 0x110000; point++) {
  if (point >= 0xd800 && point < 0xe000) continue;
  const letter = String.fromCodePoint(point);
  assert.equal(upperAll(letter), capitals.get(letter) ?? letter, point.toString(16));
}
held += capitals.size;

// Each code unit is printed as it is or escaped, as the list has it; a number in one form.
const answers = read('answers.json');
const isEscaped = new Uint8Array(65536);
for (const range of answers.escaped.split(' ')) {
  const [first, last = first] = range.split('-').map((unit) => parseInt(unit, 16));
  isEscaped.fill(1, first, last + 1);
}
for (let unit = 0; unit < 65536; unit++) {
  if (unit >= 0xd800 && unit < 0xe000) continue;
  const text = printed(String.fromCharCode(unit));
  assert.equal(text !== `"${String.fromCharCode(unit)}"`, isEscaped[unit] === 1, unit.toString(16));
  assert.equal(JSON.parse(text), String.fromCharCode(unit));
  assert(/^"(\\(u[0-9A-F]{4}|[btnfr"\\])|[^\\])"$/.test(text), text);
}
for (const { bits, printed: form } of answers.numbers) {
  const number = new Float64Array(BigUint64Array.of(BigInt(`0x${bits}`)).buffer)[0];
  assert.equal(printed(number), form);
  assert.equal(JSON.parse(form), number);
  held++;
}
assert.equal(printed({ a: [], b: {}, c: [1, { d: null }], e: true }), '{\n  "a": [],\n  "b": {},\n  "c": [\n    1,\n    {\n      "d": null\n    }\n  ],\n  "e": true\n}');
console.log(`${held} vectors hold`);
