// Makes src/gazetteer.mjs out of the built-in places, and index.html, one file without imports that opens from a disk.
// node web/verify/build.mjs [--check]: with --check nothing is written, and the exit code is 1 where a file is not current.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const read = (path) => readFileSync(new URL(path, here), 'utf8');
const modules = [
  'bytes',
  'zip',
  'json',
  'printed',
  'merkle',
  'ed25519',
  'note',
  'policy',
  'entry',
  'rules',
  'limits',
  'time',
  'contents',
  'claims',
  'letters',
  'places',
  'gazetteer',
  'parts',
  'counts',
  'coverage',
  'case',
  'figure',
  'manifest',
  'verify',
];

// The fields of a line of CSV; no field of these tables has a line break.
const fieldsOf = (line) =>
  [...line.replace(/\r$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));

function areasOf(path) {
  const [, ...lines] = read(`../../src/Holdfire/Places/Data/${path}`).trimEnd().split('\n');
  return lines.map((line) => {
    const [code, name, localName, aliases, , , , members] = fieldsOf(line);
    const list = (text) => (text === '' ? [] : text.split('|'));
    return { code, names: [name, localName, ...list(aliases)].filter((n) => n !== ''), members: list(members) };
  });
}

function gazetteer() {
  const lines = areasOf('gazetteer.csv').map((p) => `  ${JSON.stringify(p)},`);
  const files = readdirSync(new URL('../../src/Holdfire/Places/Data/world/', here)).sort();
  const world = files.map((file) => `  ${file.slice(0, 2)}: ${JSON.stringify(areasOf(`world/${file}`))},`);
  return `// Made by build.mjs from the built-in gazetteer (docs/places.md).\n\nexport const gazetteer = [\n${lines.join('\n')}\n];\n\nexport const world = {\n${world.join('\n')}\n};\n`;
}

// One module after the other in one scope: no two have a top-level name in common, which the browser would refuse.
function page(places) {
  const code = modules
    .map((name) =>
      (name === 'gazetteer' ? places : read(`src/${name}.mjs`))
        .replace(/^import .*\n/gm, '')
        .replace(/^export /gm, '')
        .trim(),
    )
    .join('\n\n');
  if (/^import /m.test(code)) throw new Error('an import is longer than a line');
  const names = [...code.matchAll(/^(?:async )?(?:const|let|class|function\*?) ([A-Za-z_$][\w$]*)/gm)].map(([, name]) => name);
  const twice = names.filter((name, i) => names.indexOf(name) < i);
  if (twice.length > 0) throw new Error(`a name at the top of two modules: ${twice.join(', ')}`);
  return read('page.html').replace('/* modules */', () => code.replaceAll('</script', '<\\/script'));
}

const places = gazetteer();
const made = { 'src/gazetteer.mjs': places, 'index.html': page(places) };
for (const [path, text] of Object.entries(made)) {
  let current;
  try {
    current = read(path);
  } catch {
    current = null;
  }
  if (current === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not current; run: node web/verify/build.mjs`);
    process.exitCode = 1;
  } else writeFileSync(new URL(path, here), text);
}
