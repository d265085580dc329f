// Which logs are trusted, and which witnesses must have cosigned a checkpoint before it counts (C2SP tlog-policy).

import { Fault, decimal, shown, textOf } from './bytes.mjs';
import { parseCheckpoint, parseVkey, signaturesBy } from './note.mjs';

const longestPolicy = 1_000_000;
const mostPolicyLines = 1000;
const noQuorum = 'none';

/** The logs, the witnesses by name, the groups in their order, and the quorum of a policy. */
export async function parsePolicy(bytes) {
  const text = textOf(bytes, 'policy');
  if (text.length > longestPolicy) throw new Fault('policy', `expected at most ${longestPolicy} characters, found ${text.length}`);
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text))
    throw new Fault('policy', 'expected no control character but tab and line feed, found one');
  const lines = text.replace(/\n+$/, '').split('\n');
  if (lines.length > mostPolicyLines) throw new Fault('policy', `expected at most ${mostPolicyLines} lines, found ${lines.length}`);
  const policy = { logs: [], witnesses: new Map(), groups: [], quorum: null, taken: new Set(), members: new Set() };
  for (const [i, line] of lines.entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length > 0 && !words[0].startsWith('#')) await addLine(policy, words, `policy, line ${i + 1}`);
  }
  if (policy.quorum === null) throw new Fault('policy', "expected one line 'quorum NAME' or 'quorum none', found none");
  return policy;
}

async function addLine(policy, [word, ...words], where) {
  if (word === 'log' && [1, 2].includes(words.length)) await addLog(policy, words[0], where);
  else if (word === 'witness' && [2, 3].includes(words.length)) await addWitness(policy, words, where);
  else if (word === 'group' && words.length >= 3) addGroup(policy, words, where);
  else if (word === 'quorum' && words.length === 1 && policy.quorum === null) {
    if (words[0] !== noQuorum && !policy.taken.has(words[0]))
      throw new Fault(where, `expected a name defined before, found '${shown(words[0])}'`);
    policy.quorum = words[0];
  } else
    throw new Fault(where, "expected 'log VKEY [URL]', 'witness NAME VKEY [URL]', 'group NAME NUMBER MEMBER…' or one 'quorum NAME'");
}

// Keys of other names can be the same key.
const bytesOfKey = ({ name, id, text }) => text.slice(name.length + id.length + 2);
const isSameKey = (a, b) => bytesOfKey(a) === bytesOfKey(b);

async function addLog(policy, vkey, where) {
  const key = await parseVkey(vkey, where);
  if (key.type !== 'signature') throw new Fault(where, `expected an Ed25519 key, found a ${key.type} key`);
  if (policy.logs.some((log) => isSameKey(log, key))) throw new Fault(where, `${key.name}+${key.id} stands twice`);
  policy.logs.push(key);
}

async function addWitness(policy, [name, vkey], where) {
  takeName(policy, name, where);
  const key = await parseVkey(vkey, where);
  if (key.type !== 'cosignature') throw new Fault(where, `expected a cosignature key, found a ${key.type} key`);
  if ([...policy.witnesses.values()].some((witness) => isSameKey(witness, key)))
    throw new Fault(where, `${key.name}+${key.id} stands twice`);
  policy.witnesses.set(name, key);
}

function addGroup(policy, [name, wanted, ...members], where) {
  const unknown = members.find((member) => !policy.taken.has(member));
  if (unknown !== undefined) throw new Fault(where, `expected members defined before, found '${shown(unknown)}'`);
  takeName(policy, name, where);
  // A member that stands in two groups could count twice, so each belongs to one.
  for (const member of members) {
    if (policy.members.has(member)) throw new Fault(where, `'${shown(member)}' is a member already`);
    policy.members.add(member);
  }
  const needed = wanted === 'any' ? 1 : wanted === 'all' ? members.length : (decimal(wanted) ?? 0);
  if (needed < 1 || needed > members.length)
    throw new Fault(where, `expected 'any', 'all' or 1 to ${members.length}, found '${shown(wanted)}'`);
  policy.groups.push({ name, needed, members });
}

function takeName(policy, name, where) {
  if (name === noQuorum || policy.taken.has(name)) throw new Fault(where, `expected a new name, found '${shown(name)}'`);
  policy.taken.add(name);
}

/** What a note lacks that a policy asks for; null where one of its logs signed it and its quorum cosigned it. */
export async function lackOf(policy, note) {
  const { origin } = parseCheckpoint(note.text, 'checkpoint');
  const logs = policy.logs.filter(({ name }) => name === origin);
  if (logs.length === 0) return `checkpoint, line 1: expected an origin that the policy names, found ${origin}`;
  const cosigned = new Set();
  try {
    const signed = [];
    for (const log of logs) signed.push(...(await signaturesBy(note, log, 'note')));
    if (signed.length === 0) return `note: expected a signature by ${logs.map(({ name, id }) => `${name}+${id}`).join(' or ')}, found none`;
    for (const [name, key] of policy.witnesses) if ((await signaturesBy(note, key, 'note')).length > 0) cosigned.add(name);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.message;
  }
  for (const { name, needed, members } of policy.groups)
    if (members.filter((member) => cosigned.has(member)).length >= needed) cosigned.add(name);
  if (policy.quorum === noQuorum || cosigned.has(policy.quorum)) return null;
  return `checkpoint: expected cosignatures for the quorum ${policy.quorum}, found ${[...cosigned].sort().join(', ') || 'none'}`;
}
