// One entry of a record: its form, its hashes, its signature (docs/record-format.md).

import { Fault, decimal, fromBase64, hexOf, sha256, utf8 } from './bytes.mjs';
import { isSignedBy } from './ed25519.mjs';
import { canonical, isMap, own, parseCanonical, textIn } from './json.mjs';

const mostBytes = 65_535;
const open = ['record', 'key', 'correction', 'withdrawal', 'erasure', 'set_aside'];
const fixed = [...open, 'attachment', 'parameters'];
const kinds = new Set([
  ...fixed,
  'case',
  'place',
  'document',
  'party',
  'source',
  'truce',
  'statement',
  'conflict',
  'pin',
  'talks',
  'report',
  'finding',
  'detection',
  'restriction',
  'step',
  'query',
  'reply',
]);
const secondForm = 'holdfire/protected/2';
const committedType = 'holdfire/entry/2';
const members = new Set([
  'content',
  'content_hash',
  'key',
  'kind',
  'made',
  'number',
  'protected',
  'record',
  'signature',
  'submitter',
  'type',
]);

/** Whether the content names a file beside the log by its hash. */
export const namesAFile = (kind) => kind === 'attachment' || kind === 'parameters';

/** Whether answers go by the content: not by a monitor's finding, a file, or what the record itself reads. */
export const isOfCase = (kind) => !open.includes(kind) && !namesAFile(kind) && kind !== 'finding' && kind !== 'sealed';

/** Whether another content may take the place of one of this kind. */
export const mayBeChanged = (kind) => !open.includes(kind) && kind !== 'sealed';

/** Reads an entry and checks all of it that needs no other entry, but for the signature. */
export async function parseEntry(bytes, where) {
  if (bytes.length > mostBytes) throw new Fault(where, `expected at most ${mostBytes} bytes, found ${bytes.length}`);
  const root = parseCanonical(bytes, where);
  if (!isMap(root)) throw new Fault(where, 'expected an object');
  if (own(root, 'type') === committedType) return committedTo(root, where);
  const unknown = Object.keys(root).find((name) => !members.has(name));
  if (unknown !== undefined) throw new Fault(where, `expected no member of the name '${unknown}'`);
  const text = (name) => textIn(root, name, where);
  if (text('type') !== 'holdfire/entry/1') throw new Fault(where, `expected the type holdfire/entry/1, found '${root.type}'`);
  const [kind, content, isProtected] = [text('kind'), own(root, 'content'), own(root, 'protected')];
  if (!kinds.has(kind)) throw new Fault(where, `expected a known kind, found '${kind}'`);
  if ((content === undefined) !== (isProtected !== undefined)) throw new Fault(where, 'expected either content or protected');
  if (isProtected !== undefined && isProtected !== true && isProtected !== secondForm)
    throw new Fault(where, `expected protected to be true or ${secondForm}`);
  if (content !== undefined && !isMap(content)) throw new Fault(where, 'expected content to be an object');
  if (isProtected && open.includes(kind)) throw new Fault(where, `expected the content of a ${kind} to be open to all`);
  const signature = fromBase64(text('signature'));
  if (signature?.length !== 64) throw new Fault(where, 'expected a signature of 64 bytes in base64');
  if (!isInstant(text('made')))
    throw new Fault(where, `expected an instant such as 2030-05-11T00:00:00Z under 'made', found '${root.made}'`);
  const hash = hexIn(root, 'content_hash', 64, where);
  if (content !== undefined && hexOf(await sha256(utf8(canonical(content, where)))) !== hash) {
    throw new Fault(where, 'expected content_hash to be the SHA-256 of the content');
  }
  const number = Object.hasOwn(root, 'number') ? decimal(text('number')) : undefined;
  if (number === null || number === 0) throw new Fault(where, `expected a decimal number from 1 under 'number', found '${root.number}'`);
  const item = content === undefined ? itemOf(kind) : readItem(kind, content, where);
  if (number !== undefined && (kind !== 'report' || item.source === ''))
    throw new Fault(where, 'expected a number in a report alone, of which all may see whose words it holds');
  const { signature: _, ...rest } = root;
  return {
    kind,
    content,
    hash,
    signature,
    isProtected: isProtected !== undefined,
    bindsCommitment: isProtected === secondForm,
    record: text('record'),
    submitter: text('submitter'),
    key: hexIn(root, 'key', 32, where),
    made: root.made,
    number,
    signed: utf8(`holdfire/entry/1\n${canonical(rest, where)}`),
    item,
  };
}

// Of an entry that only some may see the log shows a commitment, and nothing else.
function committedTo(root, where) {
  const unknown = Object.keys(root).find((name) => !['commitment', 'record', 'type'].includes(name));
  if (unknown !== undefined) throw new Fault(where, `expected no member of the name '${unknown}'`);
  return {
    kind: 'sealed',
    content: undefined,
    hash: hexIn(root, 'commitment', 64, where),
    isSealed: true,
    isProtected: true,
    bindsCommitment: true,
    record: textIn(root, 'record', where),
    submitter: '',
    item: itemOf('sealed'),
  };
}

export const isEntrySignedBy = (entry, key) => isSignedBy(key, entry.signature, entry.signed);

/** The id of a public key: the first 16 bytes of its SHA-256. */
export const keyIdOf = async (publicKey) => hexOf((await sha256(publicKey)).subarray(0, 16));

/** A protected content out of its file: the content, the commitment that it makes, and the record and key that it binds, if any. */
export async function parseDisclosed(bytes, where) {
  const file = parseCanonical(bytes, where);
  const salt = isMap(file) && typeof file.salt === 'string' ? fromBase64(file.salt) : null;
  const binds = isMap(file) && (own(file, 'record') !== undefined || own(file, 'key') !== undefined);
  if (salt?.length !== 32 || !isMap(file.content) || Object.keys(file).length !== (binds ? 4 : 2)) {
    throw new Fault(where, 'expected an object with content and a salt of 32 bytes in base64');
  }
  if (binds) {
    const [record, key] = [textIn(file, 'record', where), hexIn(file, 'key', 32, where)];
    const committed = new Uint8Array([...utf8(`${secondForm}\n`), ...bytes]);
    return { content: file.content, commitment: hexOf(await sha256(committed)), record, key };
  }
  const content = utf8(canonical(file.content, where));
  const committed = new Uint8Array([...utf8('holdfire/protected/1\n'), ...salt, ...content]);
  return { content: file.content, commitment: hexOf(await sha256(committed)) };
}

/** Whether a disclosed content is that of an entry with its commitment: of its form, and bound to its record and key. */
export const isOf = (disclosed, entry) =>
  entry.bindsCommitment
    ? disclosed.record === entry.record && disclosed.key === entry.key
    : disclosed.record === undefined;

/** What the record must know of a content: kind and id of the item, whose words it holds, and the entry that it changes. */
export function readItem(kind, content, where) {
  const text = (name) => textIn(content, name, where);
  const optional = (name) => (typeof own(content, name) === 'string' ? content[name] : '');
  const of = () => {
    text('reason');
    return hexIn(content, 'of', 64, where);
  };
  switch (kind) {
    case 'record':
    case 'key':
    case 'case':
      return itemOf(kind);
    case 'withdrawal':
    case 'erasure':
    case 'set_aside':
      return { ...itemOf(kind), of: of() };
    case 'place':
      return { ...itemOf(kind), id: text('code') };
    case 'attachment':
      return { ...itemOf(kind), id: hexIn(content, 'sha256', 64, where), source: optional('source') };
    case 'parameters':
      hexIn(content, 'sha256', 64, where);
      return { ...itemOf(kind), id: text('id') };
    case 'talks':
      return { ...itemOf(kind), id: `${text('list')}/${textIn(mapIn(content, 'item', where), 'id', where)}` };
    case 'statement':
      return { ...itemOf(kind), id: text('id'), source: optional('speaker') };
    case 'correction': {
      const corrected = text('kind');
      if (!kinds.has(corrected) || fixed.includes(corrected))
        throw new Fault(where, `expected the kind of what is corrected, found '${corrected}'`);
      return { ...readItem(corrected, mapIn(content, 'item', where), where), of: of() };
    }
    default:
      return { ...itemOf(kind), id: text('id'), source: optional('source') };
  }
}

const itemOf = (kind) => ({ kind, id: '', source: '', of: null });

function mapIn(content, name, where) {
  if (!isMap(own(content, name))) throw new Fault(where, `expected a map under '${name}', found none`);
  return content[name];
}

function hexIn(object, name, length, where) {
  const text = textIn(object, name, where);
  if (text.length !== length || !/^[0-9a-f]+$/.test(text))
    throw new Fault(where, `expected ${length} lower-case hex digits under '${name}', found '${text}'`);
  return text;
}

function isInstant(text) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text.replace('Z', '.000Z');
}
