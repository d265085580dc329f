// node verify.mjs VKEY PROOF ENTRY [PROOF ENTRY …]: checks each .tlog-proof file and its entry. Exit code 0 only where all hold.
// The two parts of @sigstore/verify are not in its public interface; the version is pinned.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { crypto } = require('@sigstore/core');
const inside = path.join(path.dirname(require.resolve('@sigstore/verify')), 'tlog');
const { verifyCheckpoint } = require(path.join(inside, 'checkpoint.js'));
const { verifyMerkleInclusion } = require(path.join(inside, 'merkle.js'));

const [vkey, ...files] = process.argv.slice(2);
const [name, keyId, key] = [vkey.split('+')[0], vkey.split('+')[1], vkey.split('+').slice(2).join('+')];
const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'base64').subarray(1)]);
const log = { baseURL: `https://${name}`, logID: Buffer.from(keyId, 'hex'), publicKey: crypto.createPublicKey(spki) };

for (let i = 0; i < files.length; i += 2) {
  const proof = readFileSync(files[i], 'utf8');
  const [head, ...rest] = proof.split('\n\n');
  const [, index, ...hashes] = head.split('\n');
  const entry = {
    canonicalizedBody: readFileSync(files[i + 1]),
    inclusionProof: {
      logIndex: index.slice('index '.length),
      hashes: hashes.filter((h) => h !== '').map((h) => Buffer.from(h, 'base64')),
      checkpoint: { envelope: rest.join('\n\n') },
    },
  };
  verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log]));
}
console.log(`${files.length / 2} entries`);
