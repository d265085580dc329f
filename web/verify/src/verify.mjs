// Verifies a bundle offline, from its figure down to each signature (docs/bundle-format.md).

import { Fault, hexOf, same, sha256, textOf } from './bytes.mjs';
import { isOf, isOfCase, namesAFile, parseDisclosed, parseEntry } from './entry.mjs';
import { checkFigure } from './figure.mjs';
import { isMap, own } from './json.mjs';
import { readManifest } from './manifest.mjs';
import { isConsistent, isIncluded, leafHash, rootOf } from './merkle.mjs';
import { parseCheckpoint, parseHashes, parseNote, parseProof, parseVkey, signaturesBy } from './note.mjs';
import { lackOf, parsePolicy } from './policy.mjs';
import { Rules } from './rules.mjs';
import { readInstant } from './time.mjs';
import { unzip } from './zip.mjs';

/** What can come of a bundle: the exit code, and the headline. The same in both verifiers (docs/bundle-format.md). */
export const verdicts = {
  holds: { code: 0, headline: 'The bundle holds: signed, complete, and its figure recomputed.' },
  holds_report: { code: 0, headline: 'The bundle holds: signed and complete.' },
  in_record: { code: 7, headline: 'The report is in the record, as signed. Later entries that change it may be missing.' },
  at_least: { code: 7, headline: 'At least: entries may be missing. The figure follows from the entries that are here.' },
  not_recomputed: { code: 8, headline: 'Signed and complete; the figure was NOT recomputed here.' },
  not_recomputed_in_part: { code: 8, headline: 'Signed; the figure was NOT recomputed here, and entries may be missing.' },
  not_vouched: {
    code: 9,
    headline: "Nothing was found altered, but what you gave to check against does not vouch for the bundle: see 'not met'.",
  },
  refused: { code: 2, headline: 'The bundle is refused.' },
};

/** The headline of a whole bundle for a report that is without protected contents. */
const reportWithout = 'The report is in the record, as signed, and every entry is here.';

/** The check that names what the registrar left out of the case. */
const asideCheck = 'set aside';

/** The check that says that protected contents are not in the bundle. */
const withheldCheck = 'withheld';

/**
 * Checks a bundle; nothing is thrown. The answer has the verdict and what it comes to, what was checked, what was not, and the
 * first thing that is wrong.
 * @param bytes The file.
 * @param trusted vkey: the operator's key as a text; checkpoint: bytes of a checkpoint seen elsewhere; consistency: bytes of the proof
 *   between it and the bundle's; witnesses: keys of witnesses as texts, each of which must have cosigned; policy: bytes of a policy
 *   whose quorum must have. All may be left out.
 */
export async function verifyBundle(bytes, trusted = {}) {
  const rows = [];
  let withheld = 0;
  const note = (check, result, detail) => rows.push({ check, result, detail });
  try {
    const verdict = await verify(bytes, trusted, {
      ok: (check, detail) => note(check, 'ok', detail),
      left: (check, detail) => note(check, 'not checked', detail),
      unmet: (check, detail) => note(check, 'not met', detail),
      withhold: (contents) => {
        withheld = contents;
        if (contents > 0)
          note(
            withheldCheck,
            'not checked',
            `${contents} protected contents that answers go by are not in the bundle: others may have been given them, and get other answers`,
          );
      },
    });
    const said = rows.some(({ result }) => result === 'not met') ? 'not_vouched' : verdict;
    const aside = rows.filter(({ check }) => check === asideCheck).length;
    const { code, headline } = verdicts[said];
    const without = aside > 0 ? ` Set aside by the registrar, and not in it: ${aside}, each named above.` : '';
    const unseen = withheld > 0 ? ` Protected contents that are not in it: ${withheld}, each named above.` : '';
    const first = said === 'holds_report' && withheld > 0 ? reportWithout : headline;
    return { ok: true, verdict: said, code, headline: first + without + unseen, rows, fault: null };
  } catch (error) {
    // Whatever a bundle makes this program stumble over is no reason to let it pass.
    const { where, what } = error instanceof Fault ? error : new Fault('bundle', `it could not be checked: ${error?.message}`);
    note(where, 'WRONG', what);
    return { ok: false, verdict: 'refused', ...verdicts.refused, rows, fault: `${where}: ${what}` };
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
  const later = await checkEarlier(trusted, checkpoint, manifest, entries, report);
  const seen = later === null ? [checkpoint.note] : [checkpoint.note, later];
  const policy = trusted.policy === undefined ? null : await parsePolicy(trusted.policy);
  await checkWitnesses(files, trusted, policy, seen, report);
  if (policy !== null) await checkPolicy(policy, seen, report);
  const rules = await checkRules(manifest, entries, report);
  const items = await checkContents(files, rules, report);
  if (manifest.command === null) checkReport(manifest, items, rules, report);
  tellSetAside(rules, report);
  const withheld = withheldIn(rules);
  report.withhold(withheld);
  const sealed = [...rules.states.values()].filter((s) => s.entry.isSealed).length;
  if (sealed > 0) report.left('sealed', `${sealed} entries: what they hold is not in the bundle`);
  if (!manifest.whole) {
    report.left(
      'completeness',
      'these entries are in the record; that no other one bears on the figure, changes one of these or revokes a key is not shown',
    );
  } else report.ok('completeness', 'the bundle holds every entry of the record at this checkpoint');
  if (manifest.command === null) return manifest.whole ? 'holds_report' : 'in_record';
  const squatting = squattingOf(items, rules);
  const aside = new Set(squatting.map(({ entry }) => entry));
  const versions = versionsOf(rules, aside);
  const { taken, corrections, unread } = takenBack(items, rules, versions, aside);
  const standing = items.filter((item) => versions.get(item.root) === item.index);
  const gone = goneWithSetAside(items, standing, taken, aside);
  const setAside = [...setAsideOf(rules), ...squatting, ...unread];
  const held = { standing, taken, corrections, gone, setAside, withheld };
  const { recomputed, detail } = checkFigure(files.get('figure.json'), manifest, held);
  (recomputed ? report.ok : report.left)('figure', detail);
  const complete = manifest.whole && withheld === 0 && sealed === 0;
  if (!recomputed) return complete ? 'not_recomputed' : 'not_recomputed_in_part';
  return complete ? 'holds' : 'at_least';
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
  return checkpoint;
}

// Of the notes the first is the bundle's own; another is of a record that goes on from it, so who saw that saw this too.
async function checkWitnesses(files, trusted, policy, notes, report) {
  const lines = textOf(files.get('witnesses'), 'witnesses')
    .split('\n')
    .filter((line) => line !== '');
  const given = (trusted.witnesses ?? []).map((line) => line.trim());
  const order = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
  const named = [...(policy?.witnesses ?? [])].sort(order).map(([, { text }]) => text);
  let found = false;
  for (const line of new Set([...given, ...named, ...lines])) {
    const isAskedFor = given.includes(line);
    const isTrusted = isAskedFor || named.includes(line);
    const key = await parseVkey(line, isTrusted ? 'trusted witness' : 'witnesses');
    if (isTrusted && key.type !== 'cosignature') throw new Fault('trusted witness', 'expected a key of type 4 (Ed25519 cosignature)');
    const times = [];
    for (const note of notes) times.push(...(await signaturesBy(note, key, 'checkpoint')).map(({ time }) => time));
    for (const time of new Set(times)) {
      const saw = `${key.name} saw the checkpoint${time === null ? '' : ` at ${time}`}`;
      if (isTrusted) report.ok('witness', `${saw}; a witness that you trust`);
      else report.left('witness', `${saw}, it is said; unknown key: anyone could have made it`);
    }
    // Of a policy's witnesses not each must have cosigned: the quorum decides.
    if (isAskedFor && times.length === 0)
      report.unmet('witness', `expected a cosignature by the trusted witness ${key.name}+${key.id}, found none`);
    found ||= isAskedFor || times.length > 0;
  }
  if (!found) report.left('witness', 'no witness that you or the bundle name has cosigned the checkpoint');
}

async function checkPolicy(policy, notes, report) {
  const lacks = [];
  for (const note of notes) lacks.push(await lackOf(policy, note));
  if (lacks.includes(null)) report.ok('policy', `the quorum '${policy.quorum}' has cosigned the checkpoint`);
  else report.unmet('policy', lacks[0]);
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

/** The note of the trusted checkpoint, where it is shown to go on from the bundle's; null where it is older, not shown or not given. */
async function checkEarlier(trusted, checkpoint, manifest, entries, report) {
  if (trusted.checkpoint === undefined) {
    report.left('earlier checkpoint', 'not checked against an earlier checkpoint');
    return null;
  }
  const where = 'trusted checkpoint';
  const note = parseNote(trusted.checkpoint, where);
  const other = parseCheckpoint(note.text, where);
  if ((await signaturesBy(note, checkpoint.key, where)).length === 0)
    throw new Fault(where, 'expected a signature by the key of the bundle, found none');
  if (other.origin !== checkpoint.origin)
    throw new Fault(where, `expected the origin ${checkpoint.origin}, found ${other.origin}`);
  if (other.size > checkpoint.size)
    return (await isShown('this checkpoint is newer than the bundle', checkpoint, other, trusted, report)) ? note : null;
  if (other.size < checkpoint.size && !manifest.whole) {
    const what = 'this checkpoint is older than the bundle, which does not hold every entry';
    await isShown(what, other, checkpoint, trusted, report);
    return null;
  }
  const root = other.size === checkpoint.size ? checkpoint.root : await rootOf(entries.slice(0, other.size).map((e) => e.leaf));
  if (!same(root, other.root)) throw new Fault(where, `the log forked: its first ${other.size} entries have another root`);
  report.ok('earlier checkpoint', `the log goes on from the trusted checkpoint of ${other.size} entries`);
  return other.size === checkpoint.size ? note : null;
}

// A proof that does not fit may be of other sizes, so it shows nothing; but of a log that forked there is none that fits.
async function isShown(what, older, newer, trusted, report) {
  const [where, from, to] = ['trusted checkpoint', older.size, newer.size];
  if (trusted.consistency === undefined) {
    const made = `holdfire record prove DIR --since ${from} --until ${to}`;
    report.unmet(where, `${what}: give --consistency FILE (made by '${made}') to compare them`);
    return false;
  }
  const shown = await isConsistent(older, newer, parseHashes(trusted.consistency, 'consistency proof'));
  if (shown) report.ok(where, `the consistency proof leads from ${from} to ${to} entries`);
  else
    report.unmet(
      where,
      `the consistency proof does not lead from ${from} to ${to} entries: the log forked, or it is another proof`,
    );
  return shown;
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
  checkNumbers(rules, report);
  return rules;
}

// A number that no entry here has belongs to a report that was left out of the bundle or, where it holds the whole log, never let in.
function checkNumbers(rules, report) {
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const all = [...rules.numbers.values()].sort((a, b) => order(a.source, b.source) || order(a.submitter, b.submitter));
  for (const { source, submitter, last, count } of all) {
    const detail = `source ${source}, submitted by ${submitter}: numbers 1..${last}, ${last - count} missing`;
    (last === count ? report.ok : report.left)('numbers', detail);
  }
}

/** Protected contents, attachments, and the items that stand. */
async function checkContents(files, rules, report) {
  const states = [...rules.states.values()];
  const commitments = new Map(states.filter((s) => s.entry.isProtected).map((s) => [s.entry.hash, s]));
  for (const [where, bytes] of files) {
    const [, folder, name] = /^(disclosed|attachments)\/([0-9a-f]{64})/.exec(where) ?? [];
    if (folder === 'disclosed') {
      const disclosed = await parseDisclosed(bytes, where);
      const { content, commitment } = disclosed;
      if (commitment !== name)
        throw new Fault(where, `expected the content of the commitment ${name}, found that of ${commitment}`);
      if (!commitments.has(name))
        throw new Fault(where, 'expected an entry in the bundle that holds this commitment, found none');
      const { index, erased } = rules.firstWith(name);
      if (erased)
        throw new Fault(where, `expected no content of entry ${index}, which is erased, found erased content in it`);
      if (!states.every((s) => !s.entry.isProtected || s.entry.hash !== name || isOf(disclosed, s.entry)))
        throw new Fault(where, 'expected the record and the key of the entry with this commitment, found others');
      for (const s of states) if (s.entry.isProtected && s.entry.hash === name && !s.erased) s.disclosed = content;
    } else if (folder === 'attachments') {
      if (hexOf(await sha256(bytes)) !== name) throw new Fault(where, 'its SHA-256 is not its name');
      if (!states.some((s) => namesAFile(s.entry.kind) && (s.entry.content ?? s.disclosed)?.sha256 === name)) {
        throw new Fault(where, 'expected an entry in the bundle that holds this attachment, found none');
      }
    }
  }
  for (const s of states) {
    const content = s.disclosed ?? s.entry.content;
    if (s.entry.isSealed) continue;
    if (content === undefined)
      report.left(
        `entries/${s.index}.json`,
        `its content is protected and not in the bundle${s.erased ? '; it was destroyed' : ''}`,
      );
    else if (namesAFile(s.entry.kind) && typeof own(content, 'sha256') !== 'string')
      throw new Fault(`entries/${s.index}.json`, "expected a text under 'sha256', found none");
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

function itemOfState({ index, root, entry, standing, disclosed, changedBy }) {
  const content = entry.kind === 'correction' ? entry.content.item : (entry.content ?? disclosed);
  const where = `entries/${index}.json`;
  return content === undefined ? null : { index, root, where, kind: entry.item.kind, content, standing, changedBy };
}

/** The version that stands of each item, by its first entry: the last one or, where that is set aside, the last before it that is not. */
function versionsOf(rules, aside) {
  const chains = new Map();
  for (const state of rules.states.values()) chains.set(state.root, chains.get(state.root) ?? []).get(state.root).push(state);
  const versions = new Map();
  for (const [root, chain] of chains) {
    const version = chain.at(-1).standing === 'withdrawn' ? undefined : chain.findLast(({ standing, index }) => standing !== 'set_aside' && !aside.has(index));
    if (version !== undefined) versions.set(root, version.index);
  }
  return versions;
}

/** What the registrar left out of the case, as answers name it, in the order of the log. */
function setAsideOf(rules) {
  return [...rules.states.values()]
    .filter(({ standing }) => standing === 'set_aside')
    .map(({ index, entry, changedBy }) => ({
      entry: index,
      kind: entry.item.kind,
      id: entry.item.id,
      by: 'registrar',
      reason: rules.states.get(changedBy).entry.content.reason,
    }));
}

// Whatever the figure is, it is without these: who sees it has to know of them.
function tellSetAside(rules, report) {
  for (const { entry, kind, id, reason } of setAsideOf(rules))
    report.left(
      asideCheck,
      `entry ${entry}, ${`${kind} ${id}`.trimEnd()}: the registrar left it out by entry ${rules.states.get(entry).changedBy}: ${reason}`,
    );
}

/**
 * How many protected contents that answers go by are not here, though they are not erased: of entries that stand, or whose withdrawal
 * says when the source published it.
 */
function withheldIn(rules) {
  const isTold = ({ entry, changedBy }) =>
    ['report', 'statement'].includes(entry.kind) && typeof own(rules.states.get(changedBy).entry.content, 'published') === 'string';
  return [...rules.states.values()].filter(
    (state) =>
      state.entry.isProtected &&
      isOfCase(state.entry.kind) &&
      (state.standing === 'stands' || (state.standing === 'withdrawn' && isTold(state))) &&
      state.disclosed === undefined &&
      !rules.isErased(state),
  ).length;
}

/** The ids of claims that are set aside and that no other claim of the case has. */
function goneWithSetAside(items, standing, taken, aside) {
  const claims = (list) => list.filter(({ kind }) => kind === 'report' || kind === 'statement').flatMap(claimIdsOf);
  const gone = new Set(claims(items.filter((item) => item.standing === 'set_aside' || aside.has(item.index))));
  for (const id of ['', ...claims([...standing, ...taken])]) gone.delete(id);
  return gone;
}

/** Reports and statements that their sources themselves took back or replaced, and what a case says of that (docs/record-format.md). */
function takenBack(items, rules, versions, aside) {
  const said = items.filter((item) => item.kind === 'report' || item.kind === 'statement');
  const isBy = (index, source) => rules.keys.get(rules.states.get(index).entry.key).speaksAs.includes(source);
  const publishedOf = ({ index, changedBy }) => {
    const [{ entry: change }, { source }] = [rules.states.get(changedBy), rules.states.get(index).entry.item];
    const said = own(change.content, 'published');
    if (isPublished(said)) return said;
    if (said !== undefined) unread.push(leftOut(rules, changedBy, `published: ${expectedInstant}, found something else`));
    return isBy(changedBy, source) && isBy(index, source) ? change.made : undefined;
  };
  const [changed, unread] = [new Map(), []];
  // Where a later version is set aside, the one that stands again was not changed.
  const isChanged = ({ index, root, standing }) =>
    (standing === 'corrected' || standing === 'withdrawn') && !aside.has(index) && !(versions.get(root) <= index);
  for (const item of said.filter(isChanged)) {
    const published = publishedOf(item);
    if (published !== undefined) changed.set(item.index, { ...item, published });
  }
  // Others refer by its id to the version that stands or, where none does, to the last one withdrawn.
  const nameOf = ({ kind, content }) => `${kind}\n${content.id}`;
  const used = new Set(said.filter((r) => versions.get(r.root) === r.index).map(nameOf));
  for (const item of [...changed.values()].sort((a, b) => b.index - a.index)) {
    item.suffix = item.standing === 'withdrawn' && !used.has(nameOf(item)) ? '' : `@${item.index}`;
    if (item.standing === 'withdrawn') used.add(nameOf(item));
  }
  // The version that took its place: that of the next change of the source's own, or the one that stands.
  const byIndex = new Map(said.map((item) => [item.index, item]));
  const nextOf = ({ changedBy }) => {
    for (let at = changedBy; ; at = rules.states.get(at).changedBy) {
      const { standing, root } = rules.states.get(at);
      if (changed.has(at) || versions.get(root) === at) return changed.get(at) ?? byIndex.get(at);
      if (standing !== 'corrected') return undefined;
    }
  };
  const changes = [...changed.values()].sort((a, b) => a.index - b.index);
  return {
    unread,
    taken: changes.map((item) => ({ ...item, content: renamed(item) })),
    corrections: changes.flatMap((item) => {
      const next = item.standing === 'corrected' ? nextOf(item) : undefined;
      const held = new Set(next === undefined ? [] : claimIdsOf(next));
      return claimIdsOf(item).map((id) => ({
        report: id + item.suffix,
        by: held.has(id) ? id + (next.suffix ?? '') : null,
        published: item.published,
        where: item.where,
      }));
    }),
  };
}

/** The versions of items that hold an id which is the name of a former version of another: whoever takes one takes no history away. */
function squattingOf(items, rules) {
  const versions = versionsOf(rules, new Set());
  const { taken } = takenBack(items, rules, versions, new Set());
  const reserved = new Set(taken.filter(({ suffix }) => suffix !== '').flatMap(namesOf));
  const former = new Set(taken.map(({ index }) => index));
  return items
    .filter(({ kind }) => kind === 'report' || kind === 'statement')
    .filter(({ index, root, standing }) => standing !== 'set_aside' && (versions.has(root) || former.has(index)))
    .map((item) => ({ index: item.index, name: namesOf(item).find((name) => reserved.has(name)) }))
    .filter(({ name }) => name !== undefined)
    .map(({ index, name }) =>
      leftOut(rules, index, `expected an id that is not the name of a former version, found '${name.slice(name.indexOf('\n') + 1)}'`),
    );
}

// An entry, or a line of one, that a reader leaves out, as answers name it.
function leftOut(rules, index, reason) {
  const { kind, id } = rules.states.get(index).entry.item;
  return { entry: index, kind, id, by: 'reader', reason };
}

const expectedInstant = 'expected an instant such as 2030-05-11T00:00Z';

function isPublished(said) {
  if (typeof said !== 'string') return false;
  try {
    readInstant(said, '');
    return true;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return false;
  }
}

// The ids under which others can refer to a report or statement: of a statement its own and those of its numbers.
function namesOf(item) {
  const claims = claimIdsOf(item).map((id) => `report\n${id}`);
  return item.kind === 'statement' ? [`statement\n${typeof item.content.id === 'string' ? item.content.id : ''}`, ...claims] : claims;
}

const mapsIn = (list) => (Array.isArray(list) ? list.filter(isMap) : []);

// The ids of a report itself, or of the numbers in a statement.
function claimIdsOf({ kind, content }) {
  return (kind === 'report' ? [content] : mapsIn(own(content, 'quantities'))).map(({ id }) => (typeof id === 'string' ? id : ''));
}

function renamed({ kind, content, suffix }) {
  const withSuffix = (item, names) => ({
    ...item,
    ...Object.fromEntries(names.filter((name) => typeof own(item, name) === 'string' && item[name] !== '').map((name) => [name, item[name] + suffix])),
  });
  const item = withSuffix(content, ['id']);
  if (kind === 'statement' && Array.isArray(own(item, 'quantities')))
    item.quantities = item.quantities.map((quantity) => (isMap(quantity) ? withSuffix(quantity, ['id', 'part_of']) : quantity));
  return item;
}

function checkReport({ report: id }, items, rules, report) {
  const own = items.filter((item) => item.kind === 'report' && item.content.id === id);
  if (own.length === 0) throw new Fault('bundle.json', `expected the report ${id} among the entries, found none`);
  const words = { stands: 'stands, as far as the entries are here', set_aside: 'is set aside by the registrar' };
  for (const { index, standing, changedBy } of own) {
    const again = standing === 'corrected' && rules.states.get(changedBy).standing === 'set_aside';
    report.ok('report', `${id}: entry ${index} ${again ? 'stands again, since what corrected it is set aside' : (words[standing] ?? `is ${standing}`)}`);
  }
}
