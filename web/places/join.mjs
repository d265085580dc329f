// Joins the lists of several makers: which first-level area of GeoNames and which outline is which code of ISO 3166-2.
import { distance, keyOf } from "./names.mjs";

/** Finds the codes whose names say the same. `names` is a map of codes to lists of names. */
export class NameIndex {
  #keys = new Map();
  constructor(names) {
    for (const [code, list] of names) for (const name of list) {
      const key = keyOf(name);
      if (key !== "") this.#keys.set(key, (this.#keys.get(key) ?? new Set()).add(code));
    }
  }

  /** The one code that fits, or null where none or several do. Only among `allowed`, where given. */
  find(name, allowed = null) {
    const among = (set) => [...set].filter((c) => allowed === null || allowed.has(c));
    const key = keyOf(name);
    const same = among(this.#keys.get(key) ?? []);
    if (same.length === 1) return same[0];
    if (same.length > 1 || key.length < 5) return null;
    const near = new Set([...this.#keys].filter(([other]) => Math.abs(other.length - key.length) <= 1 && other.length >= 5 && (other[0] === key[0] || other[1] === key[1]) &&
      distance(key, other, 1) <= 1).flatMap(([, codes]) => among(codes)));
    return near.size === 1 ? [...near][0] : null;
  }
}

const boxes = new WeakMap();
function boxOf(polygons) {
  if (!boxes.has(polygons)) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of polygons.flatMap((p) => p[0])) [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    boxes.set(polygons, box);
  }
  return boxes.get(polygons);
}

/** Whether a point lies in polygons, holes left out. */
export function holds(polygons, lon, lat) {
  const [west, south, east, north] = boxOf(polygons);
  if (lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [ring[i], ring[j]];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

const radians = Math.PI / 180;
/** Kilometres between two points on the sphere. */
export function kilometres(a, b) {
  const h = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}

// Enough points for the shape of a large area: the outermost in 72 directions, seen from the mean.
function outermost(points) {
  if (points.length < 500) return points;
  const mean = { lat: points.reduce((sum, p) => sum + p.lat, 0) / points.length, lon: points.reduce((sum, p) => sum + p.lon, 0) / points.length };
  const best = new Array(72);
  for (const p of points) {
    const sector = Math.floor(((Math.atan2(p.lat - mean.lat, p.lon - mean.lon) / Math.PI + 1) / 2) * 72) % 72;
    if (best[sector] === undefined || kilometres(mean, p) > kilometres(mean, best[sector])) best[sector] = p;
  }
  return best.filter(Boolean);
}

/** A circle that holds all these points, nearly the smallest one (Badoiu and Clarkson 2003), on the sphere. */
export function circleOf(points) {
  let [x, y, z] = [0, 0, 0];
  for (const { lat, lon } of points) {
    x += Math.cos(lat * radians) * Math.cos(lon * radians);
    y += Math.cos(lat * radians) * Math.sin(lon * radians);
    z += Math.sin(lat * radians);
  }
  let centre = { lat: Math.atan2(z, Math.hypot(x, y)) / radians, lon: Math.atan2(y, x) / radians };
  const outer = outermost(points);
  for (let step = 1; step <= 100; step++) {
    const far = outer.reduce((a, b) => (kilometres(centre, b) > kilometres(centre, a) ? b : a));
    const turn = ((far.lon - centre.lon + 540) % 360) - 180;
    centre = { lat: centre.lat + (far.lat - centre.lat) / (step + 1), lon: ((centre.lon + turn / (step + 1) + 540) % 360) - 180 };
  }
  const rounded = { lat: Math.round(centre.lat * 100) / 100, lon: Math.round(centre.lon * 100) / 100 };
  return { ...rounded, radius: points.reduce((most, p) => Math.max(most, kilometres(rounded, p)), 0) };
}
