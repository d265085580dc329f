// node vectors.mjs FOLDER: holds the JavaScript verifier against the test vectors of docs/vectors.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, base64Of, fromBase64, fromHex, hexOf, utf8 } from '../../web/verify/src/bytes.mjs';
import { importKey, isSignedBy } from '../../web/verify/src/ed25519.mjs';
import { keyIdOf, parseDisclosed, parseEntry } from '../../web/verify/src/entry.mjs';
import { canonical, parseCanonical } from '../../web/verify/src/json.mjs';
import { isIncluded, leafHash, rootOf } from '../../web/verify/src/merkle.mjs';
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
console.log(`${held} vectors hold`);
