// Verifies a bundle offline, from its figure down to each signature (docs/bundle-format.md).

import { Fault, hexOf, same, sha256, textOf } from './bytes.mjs';
import { namesAFile, parseDisclosed, parseEntry } from './entry.mjs';
import { checkFigure } from './figure.mjs';
import { readManifest } from './manifest.mjs';
import { isIncluded, leafHash, rootOf } from './merkle.mjs';
import { parseCheckpoint, parseNote, parseProof, parseVkey, signaturesBy } from './note.mjs';
import { Rules } from './rules.mjs';
import { unzip } from './zip.mjs';

/**
 * Checks a bundle. The answer lists what was checked, what was not, and the first thing that is wrong.
 * @param bytes The file.
 * @param trusted vkey: the operator's key as a text; checkpoint: bytes of a checkpoint seen earlier. Both may be left out.
 */
export async function verifyBundle(bytes, trusted = {}) {
  const rows = [];
  const note = (check, result, detail) => rows.push({ check, result, detail });
  try {
    await verify(bytes, trusted, {
      ok: (check, detail) => note(check, 'ok', detail),
      left: (check, detail) => note(check, 'not checked', detail),
    });
    return { ok: true, rows, fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    note(error.where, 'WRONG', error.what);
    return { ok: false, rows, fault: `${error.where}: ${error.what}` };
  }
}

async function verify(bytes, trusted, report) {
  const files = await unzip(bytes);
  report.ok('zip file', `${files.size} files with allowed names, within the limits`);
  const manifest = await readManifest(files);
  const purpose =
    manifest.command === null ? `the report ${manifest.report}` : [manifest.command, ...manifest.arguments].join(' ');
  report.ok('bundle.json', `for ${purpose}; the other files are those that it names`);
  const checkpoint = await checkCheckpoint(files, manifest, trusted, report);
  const entries = await checkEntries(files, manifest, report);
  await checkTree(files, manifest, checkpoint, entries, report);
  await checkEarlier(trusted, checkpoint, manifest, entries, report);
  const rules = await checkRules(manifest, entries, report);
  const items = await checkContents(files, rules, report);
  if (manifest.command === null) checkReport(manifest, items, report);
  if (!manifest.whole) {
    report.left(
      'completeness',
      'these entries are in the record; that no other one bears on the figure, changes one of these or revokes a key is not shown',
    );
  } else report.ok('completeness', 'the bundle holds every entry of the record at this checkpoint');
  if (manifest.command === null) return;
  const { checked, left } = checkFigure(
    files.get('figure.json'),
    manifest,
    items.filter((item) => item.standing === 'stands'),
    takenBack(items, rules),
  );
  checked.forEach((what) => report.ok('figure', what));
  left.forEach((what) => report.left('figure', what));
}

async function checkCheckpoint(files, manifest, trusted, report) {
  const line = textOf(files.get('log.vkey'), 'log.vkey');
  const key = await parseVkey(line.replace(/\n$/, ''), 'log.vkey');
  if (key.type !== 'signature') throw new Fault('log.vkey', 'expected a key of type 1 (Ed25519)');
  if (trusted.vkey === undefined) {
    report.left("operator's key", "the operator's key is the bundle's own: compare it with one you got elsewhere");
  } else {
    const known = (await parseVkey(trusted.vkey.trim(), 'trusted key')).text;
    if (known !== key.text) throw new Fault('log.vkey', `expected the trusted key ${known}, found ${key.text}`);
    report.ok("operator's key", `${key.text}, the trusted one`);
  }
  const note = parseNote(files.get('checkpoint'), 'checkpoint');
  const signed = await signaturesBy(note, key, 'checkpoint');
  if (signed.length === 0) throw new Fault('checkpoint', `expected a signature by ${key.name}+${key.id}, found none`);
  const checkpoint = { ...parseCheckpoint(note.text, 'checkpoint'), bytes: files.get('checkpoint'), key, note };
  for (const [name, expected, found] of [
    ['origin', key.name, checkpoint.origin],
    ['origin', manifest.origin, checkpoint.origin],
    ['size', manifest.size, checkpoint.size],
  ]) {
    if (expected !== found) throw new Fault('checkpoint', `expected the ${name} ${expected}, found ${found}`);
  }
  report.ok('checkpoint', `${checkpoint.origin}, ${checkpoint.size} entries, signed by the operator`);
  await checkWitnesses(files, note, report);
  return checkpoint;
}

async function checkWitnesses(files, note, report) {
  const lines = textOf(files.get('witnesses'), 'witnesses')
    .split('\n')
    .filter((line) => line !== '');
  let count = 0;
  for (const line of lines) {
    const key = await parseVkey(line, 'witnesses');
    for (const { time } of await signaturesBy(note, key, 'checkpoint')) {
      count++;
      report.ok('witness', `${key.name} saw the checkpoint${time === null ? '' : ` at ${time}`}; the key is the bundle's own`);
    }
  }
  if (count === 0) report.left('witness', 'no witness that the bundle names has cosigned the checkpoint');
}

async function checkEntries(files, manifest, report) {
  const entries = [];
  for (const index of manifest.indexes) {
    const where = `entries/${index}.json`;
    const bytes = files.get(where);
    entries.push({ index, where, leaf: await leafHash(bytes), entry: await parseEntry(bytes, where) });
  }
  report.ok('entries', `${entries.length} in canonical form, each content with its hash`);
  return entries;
}

async function checkTree(files, manifest, checkpoint, entries, report) {
  if (manifest.whole) {
    const root = await rootOf(entries.map((e) => e.leaf));
    if (!same(root, checkpoint.root)) throw new Fault('entries', 'the root over all entries is not that of the checkpoint');
    report.ok('tree', 'the root recomputed from all entries is that of the checkpoint');
    return;
  }
  for (const { index, leaf } of entries) {
    const where = `proofs/${index}.tlog-proof`;
    const proof = parseProof(files.get(where), where);
    if (proof.index !== index) throw new Fault(where, `expected index ${index}, found ${proof.index}`);
    if (!same(proof.checkpoint, checkpoint.bytes))
      throw new Fault(where, 'expected the checkpoint of the bundle in it, found another');
    if (!(await isIncluded(leaf, index, checkpoint.size, proof.hashes, checkpoint.root))) {
      throw new Fault(`entries/${index}.json`, `it is not under the checkpoint: ${where} does not lead from it to the root`);
    }
  }
  report.ok('tree', `${entries.length} inclusion proofs lead to the root of the checkpoint`);
}

async function checkEarlier(trusted, checkpoint, manifest, entries, report) {
  if (trusted.checkpoint === undefined) {
    report.left('earlier checkpoint', 'not checked against an earlier checkpoint');
    return;
  }
  const where = 'trusted checkpoint';
  const note = parseNote(trusted.checkpoint, where);
  const earlier = parseCheckpoint(note.text, where);
  if ((await signaturesBy(note, checkpoint.key, where)).length === 0)
    throw new Fault(where, 'expected a signature by the key of the bundle, found none');
  if (earlier.origin !== checkpoint.origin)
    throw new Fault(where, `expected the origin ${checkpoint.origin}, found ${earlier.origin}`);
  if (earlier.size > checkpoint.size)
    throw new Fault(
      where,
      `it has ${earlier.size} entries and the bundle is of ${checkpoint.size}: only a later bundle or the record itself can be checked against it`,
    );
  if (earlier.size < checkpoint.size && !manifest.whole)
    throw new Fault(
      where,
      `it is of another size, ${earlier.size}: only a bundle of the whole log or the record itself can be checked against it`,
    );
  const root =
    earlier.size === checkpoint.size ? checkpoint.root : await rootOf(entries.slice(0, earlier.size).map((e) => e.leaf));
  if (!same(root, earlier.root)) throw new Fault(where, `the log forked: its first ${earlier.size} entries have another root`);
  report.ok('earlier checkpoint', `the log goes on from the trusted checkpoint of ${earlier.size} entries`);
}

async function checkRules(manifest, entries, report) {
  const rules = new Rules();
  for (const { index, where, leaf, entry } of entries) await rules.take(index, entry, hexOf(leaf), where);
  if (rules.origin !== manifest.origin)
    throw new Fault('entries/0.json', `expected the record ${manifest.origin}, found ${rules.origin}`);
  report.ok('signatures', `${entries.length} entries, each by the key of its submitter, ${rules.keys.size} keys`);
  report.ok(
    'rules',
    `keys, corrections and withdrawals by the order of the log${manifest.whole ? '' : ', as far as the entries are here'}`,
  );
  return rules;
}

/** Protected contents, attachments, and the items that stand. */
async function checkContents(files, rules, report) {
  const states = [...rules.states.values()];
  const commitments = new Map(states.filter((s) => s.entry.isProtected).map((s) => [s.entry.hash, s]));
  for (const [where, bytes] of files) {
    const [, folder, name] = /^(disclosed|attachments)\/([0-9a-f]{64})/.exec(where) ?? [];
    if (folder === 'disclosed') {
      const { content, commitment } = await parseDisclosed(bytes, where);
      if (commitment !== name)
        throw new Fault(where, `expected the content of the commitment ${name}, found that of ${commitment}`);
      if (!commitments.has(name))
        throw new Fault(where, 'expected an entry in the bundle that holds this commitment, found none');
      commitments.get(name).disclosed = content;
    } else if (folder === 'attachments') {
      if (hexOf(await sha256(bytes)) !== name) throw new Fault(where, 'its SHA-256 is not its name');
      if (!states.some((s) => namesAFile(s.entry.kind) && (s.entry.content ?? s.disclosed)?.sha256 === name)) {
        throw new Fault(where, 'expected an entry in the bundle that holds this attachment, found none');
      }
    }
  }
  for (const s of states) {
    const content = s.disclosed ?? s.entry.content;
    if (content === undefined)
      report.left(
        `entries/${s.index}.json`,
        `its content is protected and not in the bundle${s.erased ? '; it was destroyed' : ''}`,
      );
    else if (namesAFile(s.entry.kind) && !files.has(`attachments/${content.sha256}`))
      report.left(`entries/${s.index}.json`, 'the attachment itself is not in the bundle');
  }
  const held = (folder) => [...files.keys()].filter((name) => name.startsWith(folder)).length;
  report.ok(
    'contents',
    `${held('disclosed/')} disclosed contents and ${held('attachments/')} attachments have the hashes that the entries hold`,
  );
  return states
    .sort((a, b) => a.root - b.root || a.index - b.index)
    .map((s) => itemOfState(s))
    .filter((item) => item !== null);
}

function itemOfState({ index, entry, standing, disclosed, changedBy }) {
  const content = entry.kind === 'correction' ? entry.content.item : (entry.content ?? disclosed);
  return content === undefined ? null : { index, kind: entry.item.kind, content, standing, changedBy };
}

/** Reports that their sources themselves took back or replaced, with what a case says of such (docs/record-format.md). */
function takenBack(items, rules) {
  const reports = items.filter((item) => item.kind === 'report');
  const isBySource = (index, { source }) => rules.keys.get(rules.states.get(index).entry.key).speaksAs.includes(source);
  const publishedOf = ({ index, content, changedBy }) => {
    const change = rules.states.get(changedBy).entry;
    const bySource = isBySource(changedBy, content) && isBySource(index, content);
    return change.content.published ?? (bySource ? change.made : undefined);
  };
  const own = new Map();
  for (const item of reports.filter((r) => r.standing !== 'stands')) {
    const published = publishedOf(item);
    if (published !== undefined) own.set(item.index, { ...item, published });
  }
  // Others refer by its id to the version that stands or, where none does, to the last one withdrawn.
  const taken = new Set(reports.filter((r) => r.standing === 'stands').map((r) => r.content.id));
  for (const item of [...own.values()].sort((a, b) => b.index - a.index)) {
    const { id } = item.content;
    item.name = item.standing === 'withdrawn' && !taken.has(id) ? id : `${id}@${item.index}`;
    if (item.standing === 'withdrawn') taken.add(id);
  }
  const nextOf = ({ content, changedBy }) => {
    for (let at = changedBy; ; at = rules.states.get(at).changedBy) {
      if (own.has(at)) return own.get(at).name;
      const { standing } = rules.states.get(at);
      if (standing !== 'corrected') return standing === 'stands' ? content.id : null;
    }
  };
  return [...own.values()].map((item) => ({
    content: { ...item.content, id: item.name },
    index: item.index,
    by: item.standing === 'corrected' ? nextOf(item) : null,
    published: item.published,
  }));
}

function checkReport({ report: id }, items, report) {
  const own = items.filter((item) => item.kind === 'report' && item.content.id === id);
  if (own.length === 0) throw new Fault('bundle.json', `expected the report ${id} among the entries, found none`);
  for (const { index, standing } of own)
    report.ok(
      'report',
      `${id}: entry ${index} ${standing === 'stands' ? 'stands, as far as the entries are here' : `is ${standing}`}`,
    );
}
