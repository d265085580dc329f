// Which code of ISO 3166-2 each first-level and second-level area of GeoNames is, and each outline.
import { NameIndex, holds } from "./join.mjs";
import { admin1Codes, outlineCodes } from "./corrections.mjs";

const given = (key, corrections, otherwise) => (key in corrections ? corrections[key] : otherwise());

const most = (list) => {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
};

/**
 * @param subs Subdivisions of one country: code, parent, names. @param towns Its places. @param outlines Its outlines.
 * @param names1 GeoNames' names of first-level areas by code. @param names2 The same of second-level ones.
 * @returns Towns with `area`, a code or null; outlines with `area`; and what could not be told.
 */
export function assign(subs, towns, outlines, names1, names2) {
  const byCode = new Map(subs.map((s) => [s.code, s]));
  const top = new Set(subs.filter((s) => !byCode.has(s.parent)).map((s) => s.code));
  const leaves = new Set(subs.filter((s) => !subs.some((o) => o.parent === s.code)).map((s) => s.code));
  const index = new NameIndex(subs.map((s) => [s.code, s.names]));
  const find = (name) => index.find(name) ?? index.find(name, top) ?? index.find(name, leaves);

  const codes1 = new Map();
  for (const key of new Set(towns.map((t) => t.admin1))) {
    codes1.set(key, given(key, admin1Codes, () => (names1.has(key) ? index.find(names1.get(key), top) ?? find(names1.get(key)) : null)));
  }

  const outlined = outlines.map((o) => ({ ...o, area: given(`${subs[0]?.code.slice(0, 2)}:${o.name}`, outlineCodes, () => find(o.name)) }));
  // What names do not tell, places may: an area of GeoNames whose places lie in one outline, and the other way round.
  for (const [key, code] of codes1) {
    if (code !== null) continue;
    const own = towns.filter((t) => t.admin1 === key);
    const seen = own.slice(0, 200).map((t) => outlined.find((o) => o.area && holds(o.polygons, t.lon, t.lat))?.area).filter(Boolean);
    const [best, count] = most(seen);
    if (best !== null && count >= 0.8 * Math.min(own.length, 200) && ![...codes1.values()].includes(best)) codes1.set(key, best);
  }

  const childrenOf = (code) => new Set(subs.filter((s) => { for (let p = s.parent; p; p = byCode.get(p)?.parent) if (p === code) return true; return false; }).map((s) => s.code));
  const children = new Map(subs.map((s) => [s.code, childrenOf(s.code)]));
  const codes2 = new Map();
  for (const t of towns) {
    const code1 = codes1.get(t.admin1);
    if (codes2.has(t.admin2)) continue;
    // A second-level area is looked for within its first-level one, or anywhere where that one is not known.
    const within = code1 == null ? leaves : children.get(code1);
    codes2.set(t.admin2, within.size > 0 && names2.has(t.admin2) ? index.find(names2.get(t.admin2), within) : null);
  }

  const placed = towns.map((t) => ({ ...t, area: codes2.get(t.admin2) ?? codes1.get(t.admin1) ?? null }));
  const whole = placed.length > 3000 ? placed.filter((_, i) => i % Math.ceil(placed.length / 3000) === 0) : placed;
  const isWithin = (code, area) => code === area || (children.get(area)?.has(code) ?? false);
  for (const o of outlined) {
    if (o.area || `${subs[0]?.code.slice(0, 2)}:${o.name}` in outlineCodes) continue;
    const inside = whole.filter((t) => t.area && holds(o.polygons, t.lon, t.lat)).map((t) => t.area);
    const [best, count] = most(inside);
    if (best !== null && inside.length >= 3 && count >= 0.9 * inside.length && !outlined.some((p) => p.area === best)) o.area = best;
  }

  // An outline older than the code holds more than its area: places in it then belong to other areas. It settles nothing.
  for (const o of outlined.filter((p) => p.area)) {
    const inside = whole.filter((t) => t.area && holds(o.polygons, t.lon, t.lat));
    const strange = inside.filter((t) => !isWithin(t.area, o.area) && !isWithin(o.area, t.area));
    if (inside.length > 0 && strange.length > Math.max(1, 0.2 * inside.length)) Object.assign(o, { area: null, refused: `${strange.length} of ${inside.length} places lie elsewhere` });
  }

  // Where GeoNames knows the larger area only, an outline of a smaller one within it tells.
  for (const t of placed) {
    if (t.area !== null && leaves.has(t.area)) continue;
    const found = outlined.filter((o) => o.area && leaves.has(o.area) && (t.area === null || isWithin(o.area, t.area)) && holds(o.polygons, t.lon, t.lat));
    if (found.length > 0) t.area = found[0].area;
  }

  return { placed, outlined, codes1, unknown: [...codes1].filter(([, code]) => code === null).map(([key]) => key) };
}
