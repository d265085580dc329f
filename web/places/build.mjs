// Makes the gazetteer of the world out of the lists of others: node build.mjs. See docs/places.md.
// Writes src/Holdfire/Places/Data: countries.csv, world/XX.csv (areas of a country), towns.zip and outlines.zip (an entry a country).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { assign } from "./assign.mjs";
import { countriesOfTheirOwn, displayNames, parents, parts, userAssigned } from "./corrections.mjs";
import { circleOf } from "./join.mjs";
import { ascii, keyOf } from "./names.mjs";
import * as lists from "./sources.mjs";
import { writtenAs } from "./written-as.mjs";

const data = new URL("../../src/Holdfire/Places/Data/", import.meta.url).pathname;
const header = "code,name,local_name,aliases,lat,lon,radius_km,members";
// Languages whose names of regions statements and data are written in.
const languages = ["en", "fr", "es", "pt", "ar", "ru", "uk", "tr", "fa", "he", "sw", "am", "my", "ur", "hi", "ps", "so", "ha", "hy", "az", "ka", "zh", "id", "bn", "ckb"];
const most = { alias: 80, other: 40 };
const edge = 5;

const builtIn = new Map(readFileSync(join(data, "gazetteer.csv"), "utf8").trimEnd().split("\n").slice(1).map((line) => {
  const [code, name, localName, aliases, lat, lon, radius, members] = line.replace(/\r$/, "").split(",");
  return [code, { code, name, localName, aliases: aliases.split("|").filter(Boolean), lat, lon, radius, members: members.split("|").filter(Boolean) }];
}));

const clean = (name) => name.replaceAll("|", " ").replace(/\s+/g, " ").trim();
const upper = (name) => clean(name).toUpperCase();
const field = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const number = (value, digits) => (value === null ? "" : String(Math.round(value * 10 ** digits) / 10 ** digits));
const line = (row) => [row.code, row.name, row.localName, row.aliases.join("|"), row.lat, row.lon, row.radius, row.members.join("|")].map((v) => field(String(v))).join(",");
// Where codes were given to other areas, old lists have the name of one under the code of another: then the whole list of the country is left out.
function trusts(subs, namesOf) {
  const standard = new Map(subs.map((s) => [keyOf(s.name), s]));
  const wrong = subs.filter((s) => namesOf(s).every((n) => keyOf(n) !== keyOf(s.name)) && namesOf(s).some((n) => {
    const other = standard.get(keyOf(n));
    return other !== undefined && other !== s && other.parent === s.parent;
  }));
  return wrong.length <= 0.1 * subs.length;
}

function subdivisionsOf(country) {
  const subs = lists.subdivisions.filter((s) => s.code.startsWith(`${country}-`) && parents[s.code] !== null && !(s.code in countriesOfTheirOwn));
  const translationsOf = (s) => new Map([...lists.translations].map(([language, names]) => [language, names.get(s.code)]).filter(([, n]) => n));
  const [trusted, romanised] = [trusts(subs, (s) => [...translationsOf(s).values()]), trusts(subs, (s) => [lists.romanised.get(s.code) ?? ""])];
  return subs.map((s) => {
    const translated = trusted ? translationsOf(s) : new Map();
    const local = romanised ? [lists.romanised.get(s.code)].filter(Boolean) : [];
    const names = [s.name, ...local, ...translated.values(), ...(builtIn.has(s.code) ? [builtIn.get(s.code).name, ...builtIn.get(s.code).aliases] : []), ...(writtenAs[s.code] ?? [])];
    return { code: s.code, parent: parents[s.code] ?? s.parent, iso: s.name, local, english: translated.get("en"), translated, names };
  });
}

const circle = (points) => (points.length === 0 ? null : circleOf(points));
const corners = (outline) => outline.polygons.flatMap((p) => p[0]).map(([lon, lat]) => ({ lat, lon }));

// Names in the order in which they are given out: an area higher up, and a name that is used more, comes first.
function giveNames(rows, country) {
  const taken = new Map();
  const contested = new Set();
  const depth = (row) => (row.code === country ? 0 : rows.some((r) => r.code === row.parent && r.code !== country) ? 2 : 1);
  const rank = (row) => depth(row);
  for (const row of rows) taken.set(upper(row.code), row.code);
  const claim = (pick) => {
    const wanted = new Map();
    for (const row of rows) for (const name of pick(row)) {
      const key = upper(name);
      if (key !== "" && !taken.has(key) && !contested.has(key)) wanted.set(key, [...(wanted.get(key) ?? []), row]);
    }
    for (const [key, claimants] of wanted) {
      const codes = [...new Set(claimants)].sort((a, b) => rank(a) - rank(b));
      // Two of one level that want the same name: nobody has it, so that nobody takes a city for the region around it.
      if (codes.length > 1 && rank(codes[0]) === rank(codes[1])) contested.add(key);
      else taken.set(key, codes[0].code);
    }
  };
  claim((r) => (r.code === country ? [r.display, ...r.extra, ...r.others] : []));
  claim((r) => r.written);
  claim((r) => [r.display]);
  claim((r) => (r.iso ? [r.iso, withKind(r.display, r.kind)] : []));
  claim((r) => r.extra);
  claim((r) => r.others);
  const has = (row, name) => taken.get(upper(name)) === row.code;
  return rows.map((row) => {
    const name = [row.display, withKind(row.display, row.kind), row.iso, `${row.display} (${row.code})`].filter(Boolean).find((n) => has(row, n) || !taken.has(upper(n))) ?? row.code;
    taken.set(upper(name), row.code);
    const localName = row.iso && has(row, row.iso) && upper(row.iso) !== upper(name) ? clean(row.iso) : "";
    const used = new Set([upper(row.code), upper(name), upper(localName)]);
    const aliases = [];
    for (const alias of [...row.written, row.display, withKind(row.display, row.kind), ...row.extra, ...row.others.slice(0, 400)]) {
      if (has(row, alias) && !used.has(upper(alias)) && alias.length <= most.alias && aliases.length < most.other) {
        used.add(upper(alias));
        aliases.push(clean(alias));
      }
    }
    return { ...row, name: clean(name), localName, aliases };
  });
}

// "Bekaa governorate"; a name that ends with its kind already stays.
const withKind = (name, kind) => (name.toLowerCase().split(/[\s-]+/).some((w) => kind.includes(w) && w.length > 3) ? name : `${name} ${kind}`);
const withAscii = (names) => names.flatMap((n) => [n, ascii(n)]).filter((n) => n !== null && n !== undefined && n !== "");

function areasOf(country, subs, assigned, towns) {
  const byCode = new Map(subs.map((s) => [s.code, s]));
  const below = (code) => subs.filter((s) => { for (let p = s.code; p; p = byCode.get(p)?.parent) if (p === code) return true; return false; }).map((s) => s.code);
  // Corners of outlines that are no area of today go to the area of the nearest place.
  const loose = assigned.outlined.filter((o) => o.area === null).flatMap(corners).filter((_, i) => i % 3 === 0).map((point) => ({ ...point,
    area: assigned.placed.reduce((best, t) => { const d = t.area === null ? Infinity : (t.lat - point.lat) ** 2 + ((t.lon - point.lon) * Math.cos(t.lat * 0.0175)) ** 2; return d < best.d ? { d, area: t.area } : best; }, { d: Infinity, area: null }).area }));
  const pointsOf = (code) => {
    const codes = new Set(below(code));
    return [...assigned.placed, ...loose].filter((t) => codes.has(t.area)).concat(assigned.outlined.filter((o) => codes.has(o.area)).flatMap(corners));
  };
  const isOutlined = (code) => assigned.outlined.some((o) => o.area === code);
  const whole = circle([...towns, ...assigned.outlined.flatMap(corners)]);
  const rows = [{ code: country.code, parent: "", isCountry: true, display: displayNames[country.code] ?? lists.countryNames.get("en").get(country.code)?.[0] ?? country.name, kind: "country", iso: "",
    written: writtenAs[country.code] ?? [], extra: [country.alpha3, country.name],
    others: withAscii([...lists.countryNames.values()].flatMap((names) => names.get(country.code) ?? [])), members: subs.filter((s) => !byCode.has(s.parent)).map((s) => s.code), circle: subs.length === 0 ? whole : null }];
  for (const s of subs) {
    const members = subs.filter((o) => o.parent === s.code).map((o) => o.code);
    const kind = (lists.kinds.get(s.code) ?? "region").toLowerCase();
    const geonames = [...assigned.codes1].filter(([, code]) => code === s.code).map(([key]) => lists.admin1.get(key)).filter(Boolean);
    const display = displayNames[s.code] ?? s.english ?? s.iso;
    const latin = [...new Set([s.english, s.iso, ...s.local, ...geonames].filter(Boolean))];
    let own = members.length > 0 ? null : circle(pointsOf(s.code));
    // Places alone do not reach the border: some more, so that the circle still holds the area.
    if (own !== null && !isOutlined(s.code)) own = { ...own, radius: own.radius * 1.25 + 10 };
    const higher = members.length > 0 || own !== null ? null : circle(pointsOf(s.parent)) ?? whole;
    rows.push({ code: s.code, parent: s.parent, display, kind, iso: s.iso, members, circle: own ?? higher,
      written: withAscii(writtenAs[s.code] ?? []),
      extra: withAscii([display, ...latin, ...latin.map((n) => withKind(n, kind))]),
      others: withAscii([...languages.map((l) => s.translated.get(l)).filter(Boolean), ...assigned.outlined.filter((o) => o.area === s.code).map((o) => o.name)]) });
  }
  for (const part of parts.filter((p) => p.of.startsWith(`${country.code}-`))) {
    rows.find((r) => r.code === part.of).members.push(part.code);
    rows.find((r) => r.code === part.of).circle = null;
    rows.push({ code: part.code, parent: part.of, display: part.name, kind: "part", iso: "", members: [], circle: part, written: part.aliases, extra: [], others: [] });
  }
  return giveNames(rows, country.code).map((row) => {
    const known = builtIn.get(row.code);
    if (known && row.code !== "RU") {
      const used = new Set([row.code, known.name, known.localName, ...known.aliases].map(upper));
      const strangers = new Set([...builtIn.values()].filter((b) => b.code !== row.code).flatMap((b) => [b.name, b.localName, ...b.aliases]).map(upper));
      return { ...known, aliases: [...known.aliases, ...[row.name, row.localName, ...row.aliases].filter((a) => a !== "" && !used.has(upper(a)) && !strangers.has(upper(a)))] };
    }
    if (known) row.aliases = [...new Set([...known.aliases, ...row.aliases])].filter((a) => upper(a) !== upper(row.name));
    return { code: row.code, name: row.name, localName: known?.localName ?? row.localName, aliases: row.aliases,
      lat: row.circle && row.members.length === 0 ? number(row.circle.lat, 2) : "", lon: row.circle && row.members.length === 0 ? number(row.circle.lon, 2) : "",
      radius: row.circle && row.members.length === 0 ? number(Math.ceil(row.circle.radius + (row.circle.of ? 0 : edge)), 0) : "", members: row.members };
  });
}

// Seas and areas of several that the built-in list has beside its states.
const seas = { UA: ["X-AZOV", "X-BLACK-SEA"], RU: ["X-AZOV", "X-BLACK-SEA", "X-CASPIAN", "X-MOSCOW-REGION"] };

const townLine = (t) => [t.id, t.name, [...new Set([t.ascii, ...t.others.filter((o) => /[^\x20-\x7e]/.test(o) || /^[A-Z]/.test(o)).filter((o) => !/^[A-Z]{3}$/.test(o))])].filter((o) => o !== t.name && o.length <= 60).join("|"),
  t.lat.toFixed(4), t.lon.toFixed(4), t.area ?? "", t.kind, t.population].join("\t");
// To the hundredth of a degree, about a kilometre: as exact as the outlines are.
const ring = (points) => {
  const rounded = points.map(([x, y]) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`).filter((p, i, all) => i === 0 || p !== all[i - 1]);
  return rounded.length < 4 ? null : rounded.join(",");
};
const wkt = (polygons) => `MULTIPOLYGON(${polygons.map((p) => p.map(ring)).filter(([outer]) => outer !== null)
  .map((p) => `(${p.filter(Boolean).map((r) => `(${r})`).join(",")})`).join(",")})`;

const townsByCountry = new Map();
for (const t of lists.towns) {
  if (!townsByCountry.has(t.country)) townsByCountry.set(t.country, []);
  townsByCountry.get(t.country).push(t);
}

rmSync(join(data, "world"), { recursive: true, force: true });
mkdirSync(join(data, "world"), { recursive: true });
const index = ["code,alpha3,name,lat,lon,radius_km"];
const [townFiles, outlineFiles] = [{}, {}];
const kept = new Map();
const seen = new Set();
const told = { unknown: [], refused: [] };
const all = [...lists.countries, ...Object.entries(userAssigned).map(([code, u]) => ({ code, alpha3: u.alpha3, name: u.name, user: u }))].sort((a, b) => (a.code < b.code ? -1 : 1));
for (const country of [...all.filter((c) => !c.user), ...all.filter((c) => c.user)]) {
  const towns = townsByCountry.get(country.code) ?? [];
  const subs = subdivisionsOf(country.code);
  const assigned = assign(subs, towns, lists.outlines(country.alpha3), lists.admin1, lists.admin2);
  told.unknown.push(...assigned.unknown.map((key) => `${key} ${lists.admin1.get(key) ?? ""}`));
  told.refused.push(...assigned.outlined.filter((o) => o.refused).map((o) => `${country.code}:${o.name} ${o.refused}`));
  let rows = areasOf(country, subs, assigned, towns);
  if (country.user) {
    const [own] = rows;
    rows = [{ ...own, lat: "", lon: "", radius: "", members: country.user.members }, ...kept.get(country.user.of).filter((r) => country.user.members.includes(r.code)).map((r) => ({ ...r,
      localName: upper(r.localName) === upper(own.name) ? "" : r.localName, aliases: r.aliases.filter((a) => upper(a) !== upper(own.name)) }))];
  }
  rows.push(...(seas[country.code] ?? []).map((code) => builtIn.get(code)).filter((s) => s.members.length === 0 || country.code === "RU"));
  kept.set(country.code, rows);
  rows.forEach((r) => seen.add(r.code));
  writeFileSync(join(data, "world", `${country.code}.csv`), `${[header, ...rows.map(line)].join("\n")}\n`);
  const whole = circle([...towns, ...lists.outlines(country.alpha3).flatMap(corners)]);
  index.push([country.code, country.alpha3, rows[0].name, number(whole?.lat ?? null, 2), number(whole?.lon ?? null, 2), whole ? Math.ceil(whole.radius + edge) : ""].map((v) => field(String(v))).join(","));
  const sorted = assigned.placed.toSorted((a, b) => b.population - a.population || a.id - b.id);
  if (sorted.length > 0) townFiles[`${country.code}.tsv`] = strToU8(`${sorted.map(townLine).join("\n")}\n`);
  const leaves = new Set(subs.filter((s) => !subs.some((o) => o.parent === s.code)).map((s) => s.code));
  const outlined = subs.length === 0 ? assigned.outlined.map((o) => ({ ...o, area: country.code })) : assigned.outlined.filter((o) => o.area && leaves.has(o.area));
  const joined = new Map(outlined.toSorted((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0)).map((o) => [o.area, []]));
  for (const o of outlined) joined.get(o.area).push(o);
  if (joined.size > 0) outlineFiles[`${country.code}.tsv`] = strToU8(`${[...joined].map(([code, list]) => `${code}\t${wkt(list.flatMap((o) => o.polygons))}`).join("\n")}\n`);
}

index.sort((a, b) => (a.startsWith("code,") ? -1 : b.startsWith("code,") ? 1 : a < b ? -1 : 1));
writeFileSync(join(data, "countries.csv"), `${index.join("\n")}\n`);
// A fixed date, so that the same lists give the same bytes.
const options = { level: 9, mtime: new Date(Date.UTC(1980, 0, 2)) };
writeFileSync(join(data, "towns.zip"), zipSync(townFiles, options));
writeFileSync(join(data, "outlines.zip"), zipSync(outlineFiles, options));
for (const code of [...Object.keys(writtenAs), ...Object.keys(displayNames)]) if (!seen.has(code)) throw new Error(`no list has ${code}`);
console.log(`${seen.size} areas of ${all.length} countries; ${lists.towns.length} places`);
console.log(`first-level areas of GeoNames without a code: ${told.unknown.length}; outlines older than their codes: ${told.refused.length}`);
if (process.argv.includes("--why")) console.log([...told.unknown, ...told.refused].join("\n"));
