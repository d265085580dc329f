// Prints what an archive is made of (CycloneDX 1.6): the packages of the lock files of the program and of its pages, and the runtime.
import * as CDX from '@cyclonedx/cyclonedx-library';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [root, version, platform, stamp] = process.argv.slice(2);
if (!stamp) {
  console.error('sbom: expected node sbom.mjs ROOT VERSION PLATFORM SECONDS');
  process.exit(2);
}

const read = file => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const bom = new CDX.Models.Bom();
bom.metadata.timestamp = new Date(Number(stamp) * 1000);
bom.metadata.component = new CDX.Models.Component(CDX.Enums.ComponentType.Application, 'holdfire', { version, bomRef: 'holdfire' });

const add = (name, packageVersion, purl, hash) => bom.components.add(new CDX.Models.Component(CDX.Enums.ComponentType.Library, name, {
  version: packageVersion, purl, bomRef: purl,
  hashes: new CDX.Models.HashDictionary(hash ? [[CDX.Enums.HashAlgorithm['SHA-512'], Buffer.from(hash, 'base64').toString('hex')]] : []),
}));

for (const packages of Object.values(read('src/Holdfire.Cli/packages.lock.json').dependencies)) {
  for (const [name, { type, resolved, contentHash }] of Object.entries(packages)) {
    if (type !== 'Project') {
      add(name, resolved, `pkg:nuget/${name}@${resolved}`, contentHash);
    }
  }
}

// What is built into the program from npm: the outlines and the graphs of the report, and the map.
for (const file of ['web/package-lock.json', 'web/app/package-lock.json']) {
  for (const [place, { version: packageVersion, integrity, dev }] of Object.entries(read(file).packages)) {
    const name = place.replace(/^.*node_modules\//, '');
    if (name && !dev && packageVersion) {
      add(name, packageVersion, `pkg:npm/${name.replace('@', '%40')}@${packageVersion}`, integrity?.startsWith('sha512-') ? integrity.slice(7) : undefined);
    }
  }
}

const runtimes = execFileSync('dotnet', ['--list-runtimes'], { encoding: 'utf8' });
for (const name of ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App']) {
  const newest = [...runtimes.matchAll(new RegExp(`^${name.replaceAll('.', '\\.')} (\\S+)`, 'gm'))].at(-1)?.[1];
  if (newest) {
    add(`${name}.Runtime.${platform}`, newest, `pkg:nuget/${name}.Runtime.${platform}@${newest}`);
  }
}

const serializer = new CDX.Serialize.JsonSerializer(new CDX.Serialize.JSON.Normalize.Factory(CDX.Spec.Spec1dot6));
console.log(serializer.serialize(bom, { sortLists: true, space: 1 }));
