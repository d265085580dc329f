// C2SP signed notes, checkpoints, Ed25519 cosignatures and tlog-proofs.

import { Fault, decimal, fromBase64, hexOf, join, sha256, shown, textOf, utf8 } from './bytes.mjs';
import { importKey, isSignedBy } from './ed25519.mjs';

const longestNote = 1_000_000;
const mostSignatures = 100;
const longestProof = 63;
const types = { 1: 'signature', 4: 'cosignature' };

// No white space, no plus sign, no letters that are not seen or that turn the text round them, nothing that is no letter.
const isName = (name) =>
  name.length > 0 && name.length <= 255 && !/[\s+\u0085\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u.test(name);

/** A verifier key out of its text, NAME+KEYID+BASE64. */
export async function parseVkey(text, where) {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  const bytes = base64 === undefined ? null : fromBase64(base64);
  if (bytes === null || !isName(name)) throw new Fault(where, 'expected a verifier key NAME+KEYID+BASE64');
  if (!(bytes[0] in types))
    throw new Fault(where, `expected a key of type 1 (Ed25519) or 4 (Ed25519 cosignature), found ${bytes[0]}`);
  const hash = await sha256(join(utf8(`${name}\n`), bytes));
  if (hexOf(hash.subarray(0, 4)) !== id) throw new Fault(where, `expected the key ID of name and key, found ${id}`);
  const key = await importKey(bytes.subarray(1));
  if (key === null) throw new Fault(where, 'expected an Ed25519 public key, found other bytes');
  return { name, id, type: types[bytes[0]], key, text };
}

/** A note's text and signature lines; whether they hold is not said. */
export function parseNote(bytes, where) {
  if (bytes.length > longestNote) throw new Fault(where, `expected at most ${longestNote} bytes, found ${bytes.length}`);
  const note = textOf(bytes, where);
  const divide = note.lastIndexOf('\n\n');
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note))
    throw new Fault(where, 'expected no control character but the line feed, found one');
  if (divide < 0 || !note.endsWith('\n') || divide + 2 === note.length) {
    throw new Fault(where, 'expected a text, an empty line and signature lines, each with an end');
  }
  const lines = note.slice(divide + 2, -1).split('\n');
  if (lines.length > mostSignatures)
    throw new Fault(where, `expected at most ${mostSignatures} signatures, found ${lines.length}`);
  return { text: note.slice(0, divide + 1), signatures: lines.map((line) => parseSignature(line, where)) };
}

function parseSignature(line, where) {
  const parts = line.split(' ');
  const bytes = parts.length === 3 && parts[0] === '—' && isName(parts[1]) ? fromBase64(parts[2]) : null;
  if (bytes === null || bytes.length <= 4)
    throw new Fault(where, `expected a signature line '— NAME BASE64', found '${shown(line)}'`);
  return { name: parts[1], id: hexOf(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

/** The lines by this key, each of which holds, with the time of a cosignature; none where the key has no line. */
export async function signaturesBy(note, key, where) {
  const found = [];
  for (const signature of note.signatures.filter((s) => s.name === key.name && s.id === key.id)) {
    const time = key.type === 'cosignature' ? cosignedAt(signature.bytes) : null;
    if (time === undefined) throw new Fault(where, `the signature by ${key.name}+${key.id} does not hold`);
    const message = utf8(key.type === 'cosignature' ? `cosignature/v1\ntime ${time}\n${note.text}` : note.text);
    const bytes = key.type === 'cosignature' ? signature.bytes.subarray(8) : signature.bytes;
    if (!(await isSignedBy(key.key, bytes, message)))
      throw new Fault(where, `the signature by ${key.name}+${key.id} does not hold`);
    found.push({ key, time: time === null ? null : new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z') });
  }
  return found;
}

// The last second of the year 9999 is the last that is read; undefined for any later one, and for bytes of another length.
function cosignedAt(bytes) {
  const time = bytes.length === 72 ? new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0) : undefined;
  return time <= 253402300799n ? time : undefined;
}

/** Origin, size and root out of a checkpoint's text. */
export function parseCheckpoint(text, where) {
  const lines = text.slice(0, -1).split('\n');
  if (lines.length < 3 || lines.includes(''))
    throw new Fault(where, 'expected lines with origin, size and root hash, none of them empty');
  const [size, root] = [decimal(lines[1]), fromBase64(lines[2])];
  if (!isName(lines[0]))
    throw new Fault(where, `expected an origin without white space and plus signs, found '${shown(lines[0])}'`);
  if (size === null) throw new Fault(where, `expected a decimal size, found '${shown(lines[1])}'`);
  if (root === null || root.length !== 32)
    throw new Fault(where, `expected a root of 32 bytes in base64, found '${shown(lines[2])}'`);
  return { origin: lines[0], size, root };
}

/** The hashes of a consistency proof, one a line in base64. */
export function parseHashes(bytes, where) {
  const text = textOf(bytes, where);
  if (text !== '' && !text.endsWith('\n')) throw new Fault(where, 'expected hashes in base64, one a line, each line with its end');
  const hashes = text === '' ? [] : text.slice(0, -1).split('\n').map(fromBase64);
  if (hashes.length > longestProof || hashes.some((hash) => hash?.length !== 32))
    throw new Fault(where, `expected at most ${longestProof} hashes of 32 bytes in base64`);
  return hashes;
}

/** Index, hashes and checkpoint of a C2SP tlog-proof. */
export function parseProof(bytes, where) {
  const file = textOf(bytes, where);
  const divide = file.indexOf('\n\n');
  const lines = divide < 0 ? [] : file.slice(0, divide).split('\n');
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1')
    throw new Fault(where, 'expected a proof that begins with c2sp.org/tlog-proof@v1');
  if (lines[0]?.startsWith('extra ')) throw new Fault(where, 'expected no extra line in the proof of a bundle, found one');
  const index = lines[0]?.startsWith('index ') ? decimal(lines.shift().slice(6)) : null;
  if (index === null) throw new Fault(where, "expected 'index' and a decimal number");
  const hashes = lines.map(fromBase64);
  if (hashes.length > longestProof || hashes.some((hash) => hash?.length !== 32)) {
    throw new Fault(where, `expected at most ${longestProof} hashes of 32 bytes in base64`);
  }
  return { index, hashes, checkpoint: utf8(file.slice(divide + 2)) };
}
