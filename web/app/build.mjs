// Builds the scripts of the pages into the folder that is named: one for each instrument, and MapLibre's worker beside it, since a strict
// content security policy lets no worker be made from text.
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const out = process.argv[2];
if (!out) {
  console.error('build: expected the folder to write to: node build.mjs FOLDER');
  process.exit(2);
}

const dist = path.join(path.dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');
await mkdir(out, { recursive: true });
await build({
  entryPoints: [path.join(import.meta.dirname, 'src', 'map.ts')],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'inline',
});
await build({ entryPoints: [path.join(dist, 'maplibre-gl-worker.mjs')], outfile: path.join(out, 'map-worker.js'), bundle: true, minify: true, format: 'esm', target: 'es2022' });
await copyFile(path.join(dist, 'maplibre-gl.css'), path.join(out, 'map.css'));
