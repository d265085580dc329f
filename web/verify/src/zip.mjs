// Reads a bundle's zip file. Strict on purpose: two programs must not be able to read two different things in one file.

import { Fault, hexOf, join, same } from './bytes.mjs';

/** Limits of docs/bundle-format.md, in bytes. */
export const limits = { file: 256 << 20, member: 64 << 20, total: 256 << 20, ratio: 200, slack: 1 << 20, members: 65_534 };

const index = '(0|[1-9][0-9]{0,15})';
const hash = '[0-9a-f]{64}';
const names = new RegExp(
  '^(bundle\\.json|checkpoint|log\\.vkey|witnesses|figure\\.json|' +
    `entries/${index}\\.json|proofs/${index}\\.tlog-proof|disclosed/${hash}\\.json|attachments/${hash})$`,
);

/** The files of a bundle by name, in their order. */
export async function unzip(bytes) {
  if (bytes.length > limits.file) throw new Fault('zip', `expected at most ${limits.file} bytes, found ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = directory(bytes, view);
  const members = new Map();
  let [at, next, total] = [start, 0, 0];
  for (let i = 0; i < count; i++) {
    const member = central(bytes, view, at, end);
    at = member.end;
    if (members.has(member.name)) throw new Fault(member.name, 'expected each file once, found it twice');
    if (member.offset !== next) throw new Fault(member.name, 'expected the files one after the other without gap or overlap');
    total += member.size;
    if (member.size > limits.member || total > limits.total || total > limits.ratio * bytes.length + limits.slack) {
      throw new Fault(member.name, 'expected no more bytes than a bundle may unpack to, found more');
    }
    const from = local(bytes, view, member, start);
    next = from + member.packed;
    if (next > start) throw new Fault(member.name, 'the zip file is cut short');
    members.set(member.name, await unpack(bytes.subarray(from, next), member));
  }
  if (at !== end || next !== start)
    throw new Fault('zip', 'expected nothing between the files and the directory, found other bytes');
  return members;
}

// The end record has 22 bytes and no comment, so that it is in one place only.
function directory(bytes, view) {
  const at = bytes.length - 22;
  if (at < 0 || view.getUint32(at, true) !== 0x06054b50)
    throw new Fault('zip', 'expected a zip file without a comment; it is another file, or cut short');
  const [disk, first, here, count] = [4, 6, 8, 10].map((offset) => view.getUint16(at + offset, true));
  const [size, start, comment] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true), view.getUint16(at + 20, true)];
  if (disk !== 0 || first !== 0 || here !== count || comment !== 0 || start + size !== at) {
    throw new Fault('zip', 'expected one part with its directory at the end, without Zip64');
  }
  if (count > limits.members) throw new Fault('zip', `expected at most ${limits.members} files, found ${count}`);
  return { count, start, end: at };
}

function central(bytes, view, at, end) {
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Fault('zip', 'its directory is damaged');
  const short = (offset) => view.getUint16(at + offset, true);
  const long = (offset) => view.getUint32(at + offset, true);
  const member = {
    flags: short(8),
    method: short(10),
    crc: long(16),
    packed: long(20),
    size: long(24),
    offset: long(42),
    fields: bytes.subarray(at + 8, at + 30),
  };
  member.end = at + 46 + short(28);
  if (member.end > end) throw new Fault('zip', 'its directory is damaged');
  member.raw = bytes.subarray(at + 46, member.end);
  member.name = nameOf(member.raw);
  if (short(30) !== 0 || short(32) !== 0 || short(34) !== 0)
    throw new Fault(member.name, 'expected no extra field and no comment');
  if ((member.flags & ~0x0806) !== 0)
    throw new Fault(member.name, 'expected a file that is not encrypted, with its sizes before it');
  if (member.method !== 0 && member.method !== 8) throw new Fault(member.name, 'expected a file that is stored or deflated');
  const mode = long(38) >>> 28;
  if (mode !== 0 && mode !== 8) throw new Fault(member.name, 'expected a plain file, found a link, a folder or a device');
  return member;
}

function nameOf(raw) {
  const name = raw.every((b) => b > 0x20 && b < 0x7f) ? String.fromCharCode(...raw) : `0x${hexOf(raw.subarray(0, 40))}`;
  if (!names.test(name)) throw new Fault(name.slice(0, 100), 'expected one of the names that a bundle may hold, found another');
  return name;
}

// The header before a file says the same as the directory.
function local(bytes, view, member, start) {
  const at = member.offset;
  if (at + 30 + member.raw.length > start || view.getUint32(at, true) !== 0x04034b50)
    throw new Fault(member.name, 'the zip file is damaged before it');
  // Flags, method, time, hash, sizes and the length of the name stand at the same distance from each other in both.
  const alike =
    same(bytes.subarray(at + 6, at + 28), member.fields) &&
    view.getUint16(at + 28, true) === 0 &&
    same(bytes.subarray(at + 30, at + 30 + member.raw.length), member.raw);
  if (!alike) throw new Fault(member.name, 'expected the same before the file as in the directory of the zip file');
  return at + 30 + member.raw.length;
}

async function unpack(packed, member) {
  const bytes = member.method === 0 ? packed : await inflated(packed, member.size);
  // Without its last byte nothing that is packed may come to an end: else that byte, and others before it, are behind the end.
  if (bytes === null || (member.method === 8 && (await inflated(packed.subarray(0, -1), member.size)) !== null))
    throw new Fault(member.name, 'its packed bytes are damaged');
  if (bytes.length === member.size && member.method === 8 && (await hasBitsBehind(packed, bytes)))
    throw new Fault(member.name, 'its packed bytes are damaged');
  if (bytes.length !== member.size)
    throw new Fault(member.name, `expected ${member.size} bytes, found ${bytes.length > member.size ? 'more' : bytes.length}`);
  if (crcOf(bytes) !== member.crc) throw new Fault(member.name, 'its checksum is not the one in the zip file');
  return bytes;
}

// What is packed ends within its last byte. Behind the end no bit may be set: whoever flips one there changes nothing, while the last
// bit that counts, flipped, ends no block. One before that may by chance give the same bytes.
async function hasBitsBehind(packed, bytes) {
  const last = packed.at(-1);
  if (last === 0) return false;
  for (let bit = 31 - Math.clz32(last); bit < 8; bit++) {
    const others = await inflated(join(packed.subarray(0, -1), Uint8Array.of(last ^ (1 << bit))), bytes.length);
    if (others === null || !same(others, bytes)) return false;
  }
  return true;
}

/** The bytes that are packed, up to the first piece past so many; null where they come to no end. */
async function inflated(packed, most) {
  const parts = [];
  let length = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let part = await reader.read(); !part.done && length <= most; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
    }
    if (length > most) await reader.cancel();
  } catch {
    return null;
  }
  return join(...parts);
}

// CRC-32 as in APPNOTE, section 4.4.7.
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

function crcOf(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
