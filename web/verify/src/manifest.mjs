// bundle.json, and whether the bundle holds just the files that it must (docs/bundle-format.md).

import { Fault, decimal, hexOf, sha256 } from './bytes.mjs';
import { isMap, own, parseCanonical, textIn } from './json.mjs';

const manifestFile = 'bundle.json';
const commands = ['counts', 'audit', 'assess', 'truces', 'incidents', 'findings', 'report'];
// Each is followed by its value; none names a file.
const allowed = [
  'act',
  'actor',
  'area',
  'as-of',
  'by',
  'claimant',
  'from',
  'known-by',
  'measure',
  'now',
  'of',
  'region',
  'side',
  'source',
  'standard',
  'statement',
  'to',
  'truce',
  'tz',
  'unit',
];
const known = new Set(['arguments', 'command', 'entries', 'files', 'origin', 'report', 'schema', 'size', 'whole']);

/** Reads bundle.json and holds the other files against it. */
export async function readManifest(files) {
  if (!files.has(manifestFile)) throw new Fault(manifestFile, 'expected this file, found none');
  const root = parseCanonical(files.get(manifestFile), manifestFile);
  if (!isMap(root)) throw new Fault(manifestFile, 'expected an object');
  const unknown = Object.keys(root).find((name) => !known.has(name));
  if (unknown !== undefined) throw new Fault(manifestFile, `expected no member of the name '${unknown}'`);
  if (textIn(root, 'schema', manifestFile) !== 'holdfire/bundle/1')
    throw new Fault(manifestFile, `expected the schema holdfire/bundle/1, found '${root.schema}'`);
  const size = decimal(textIn(root, 'size', manifestFile));
  if (size === null || size === 0) throw new Fault(manifestFile, `expected a decimal size above zero, found '${root.size}'`);
  if (typeof root.whole !== 'boolean') throw new Fault(manifestFile, "expected true or false under 'whole'");
  const manifest = {
    origin: textIn(root, 'origin', manifestFile),
    size,
    whole: root.whole,
    ...purposeOf(root),
    indexes: indexesOf(root, size),
  };
  await checkFiles(manifest, root, files);
  return manifest;
}

function purposeOf(root) {
  const [command, words, report] = ['command', 'arguments', 'report'].map((name) => own(root, name));
  if (report !== undefined) {
    if (command !== undefined || words !== undefined) throw new Fault(manifestFile, 'expected a report or a command, found both');
    return { report: textIn(root, 'report', manifestFile), command: null, arguments: [] };
  }
  if (!commands.includes(command))
    throw new Fault(manifestFile, `expected the command ${commands.join(', ')} or a report, found '${command}'`);
  if (!Array.isArray(words) || words.some((word) => typeof word !== 'string'))
    throw new Fault(manifestFile, "expected a list of texts under 'arguments'");
  for (let i = 0; i < words.length; i += 2) {
    if (
      !allowed.includes(words[i].replace(/^--/, '')) ||
      !words[i].startsWith('--') ||
      words[i + 1] === undefined ||
      /^[@-]/.test(words[i + 1])
    ) {
      throw new Fault(manifestFile, `expected arguments of the form --name value, found '${words[i]} ${words[i + 1] ?? ''}'`);
    }
  }
  return { report: null, command, arguments: words };
}

function indexesOf(root, size) {
  const list = own(root, 'entries');
  if (root.whole) {
    if (list !== undefined)
      throw new Fault(manifestFile, 'expected no list of entries where the bundle holds the whole log');
    return Array.from({ length: Math.min(size, 65_536) }, (_, i) => i);
  }
  const indexes = Array.isArray(list) ? list.map((text) => (typeof text === 'string' ? decimal(text) : null)) : [];
  if (indexes[0] !== 0 || indexes.some((index, i) => index === null || index >= size || (i > 0 && index <= indexes[i - 1]))) {
    throw new Fault(manifestFile, `expected indexes from 0 up and below ${size} under 'entries'`);
  }
  return indexes;
}

async function checkFiles(manifest, root, files) {
  const hashes = own(root, 'files');
  if (!isMap(hashes)) throw new Fault(manifestFile, "expected a map under 'files'");
  const expected = new Set([manifestFile, 'checkpoint', 'log.vkey', 'witnesses', ...Object.keys(hashes)]);
  if (manifest.command !== null) expected.add('figure.json');
  for (const name of Object.keys(hashes)) {
    if (name === manifestFile || /^(entries|proofs)\//.test(name)) throw new Fault(manifestFile, `expected no hash of ${name}`);
  }
  for (const index of manifest.indexes) {
    expected.add(`entries/${index}.json`);
    if (!manifest.whole) expected.add(`proofs/${index}.tlog-proof`);
  }
  for (const name of expected) if (!files.has(name)) throw new Fault(name, 'expected this file, found none');
  for (const [name, bytes] of files) {
    if (!expected.has(name)) throw new Fault(name, 'expected no such file: bundle.json does not name it');
    if (name === manifestFile || /^(entries|proofs)\//.test(name)) continue;
    if (hexOf(await sha256(bytes)) !== own(hashes, name)) throw new Fault(name, 'its SHA-256 is not the one in bundle.json');
  }
}
