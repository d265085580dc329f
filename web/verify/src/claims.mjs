// Reports as claims that can be counted, and the places they speak of (docs/case-format.md, docs/places.md).

import { Fault } from './bytes.mjs';
import { extentOf, readInstant } from './time.mjs';

/** Acts of which neither holds the other have nothing in common. */
export const holds = (act, other) => other === act || other.startsWith(`${act}.`);
export const actsMeet = (a, b) => holds(a, b) || holds(b, a);

/** Areas by code and name. An area made of others is the set of the regions that it holds. */
export class Places {
  #byCode = new Map();
  #byName = new Map();
  #regions = new Map();

  /** @param places Built-in areas first; one of the same code takes the place of an earlier one. */
  constructor(places) {
    for (const place of places) this.#byCode.set(place.code, place);
    for (const { code, names } of this.#byCode.values()) {
      for (const name of [code, ...names]) this.#byName.set(name.toUpperCase(), code);
    }
  }

  find(text, where) {
    const code = this.#byName.get(text.trim().toUpperCase());
    if (code === undefined) throw new Fault(where, `expected a known area, found '${text}'`);
    return code;
  }

  /** The regions that an area is made of. */
  regionsOf(code, above = []) {
    if (!this.#regions.has(code)) {
      if (above.includes(code)) throw new Fault(`place ${code}`, 'expected no area to hold itself');
      const members = this.#byCode.get(code).members.map((member) => this.find(member, `place ${code}`));
      this.#regions.set(
        code,
        new Set(members.length === 0 ? [code] : members.flatMap((m) => [...this.regionsOf(m, [...above, code])])),
      );
    }
    return this.#regions.get(code);
  }
}

/** A place of a case as the built-in ones are given. */
export const placeOf = (content) => ({
  code: content.code,
  names: [content.name, content.local_name, ...(content.aliases ?? [])].filter((name) => name),
  members: content.members ?? [],
});

/** The bounds of a count in words: 12, 10..15, 12.., >=12, >12, <=12, ~40, some. */
export function boundsOf(text, where) {
  const number = '([0-9]{1,12})';
  const match = (pattern) =>
    new RegExp(`^${pattern}$`)
      .exec(text)
      ?.slice(1)
      .map((n) => (n === undefined ? null : Number(n)));
  let found;
  if (text === 'some') return { min: 1, max: Infinity };
  if ((found = match(number))) return { min: found[0], max: found[0] };
  if ((found = match(`(?:>=${number}|${number}\\.\\.)`))) return { min: found[0] ?? found[1], max: Infinity };
  if ((found = match(`>${number}`))) return { min: found[0] + 1, max: Infinity };
  if ((found = match(`<=${number}`))) return { min: 0, max: found[0] };
  if ((found = match(`${number}\\.\\.${number}`))) return { min: found[0], max: found[1] };
  if ((found = match(`~${number}`)) && found[0] > 0) {
    let unit = 1;
    while (found[0] % (unit * 10) === 0) unit *= 10;
    return { min: found[0] - Math.floor(unit / 2), max: found[0] + Math.floor(unit / 2) };
  }
  throw new Fault(where, `expected a count, found '${text}'`);
}

/** A report out of its content. */
export function claimOf(content, places, where) {
  const list = (text) =>
    (text ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const extent = extentOf(content, where);
  const areas = list(content.areas).map((name) => places.find(name, where));
  return {
    id: content.id,
    source: content.source,
    act: content.act,
    measure: content.measure,
    unit: content.unit ?? 'item',
    target: content.target ?? 'unknown',
    ...extent,
    ...boundsOf(content.count, where),
    regions: new Set(areas.flatMap((code) => [...places.regionsOf(code)])),
    partOf: content.part_of ?? null,
    parts: content.parts ?? 'unknown',
    exhaustive: content.parts_exhaustive === 'yes',
    includedIn: list(content.included_in),
    knownAt: readInstant(content.published, where) ?? extent.end,
  };
}
