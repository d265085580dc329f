// The places that a case speaks of, and how they lie to each other (docs/places.md).

import { Fault } from './bytes.mjs';
import { trimmed } from './claims.mjs';
import { textAt, textsAt } from './contents.mjs';
import { upperAll } from './letters.mjs';
import { Undecided } from './limits.mjs';

const keyOf = (name) => upperAll(trimmed(name));

/** Areas by code and name. An area made of others is the set of the regions that it holds. */
export class Places {
  #world;
  #byCode = new Map();
  #byName = new Map();
  #regions = new Map();
  #outlines = new Map();
  #within = new Map();

  /**
   * @param builtIn Areas with code, names and members, for a case that names no country.
   * @param world Areas of each country, by its code. @param countries Codes of countries that the case names, each with where it stands.
   * @param own Contents of places of the case, each with where it stands.
   */
  constructor(builtIn, world, countries, own) {
    this.#world = world;
    const codes = new Set(own.map(({ content }) => textAt(content, 'code')));
    const named = countries.map(({ text, where }) => {
      const code = upperAll(trimmed(text));
      if (!Object.hasOwn(world, code)) throw new Fault(where, `expected the code of a country, found '${text}'`);
      return code;
    });
    for (const place of named.length > 0 ? [] : builtIn.filter(({ code }) => !codes.has(code))) {
      this.#byCode.set(place.code, place);
      for (const name of [place.code, ...place.names]) this.#byName.set(keyOf(name), place.code);
    }
    const taken = new Set([...this.#byCode.keys(), ...codes]);
    const seen = own.flatMap(({ content }) => [...textsAt(content, 'members'), textAt(content, 'within')]).filter((m) => !taken.has(m) && this.#inWorld(m) !== undefined).map((m) => m.slice(0, 2));
    const more = this.#areasOf([...named, ...seen]).filter(({ code }) => !taken.has(code));
    for (const place of more) this.#takeIn(place);
    const known = new Set([...this.#byCode.keys(), ...codes]);
    for (const { content, where } of own) this.#add(content, known, where);
    for (const { content, where } of own) this.#checkCircle(textAt(content, 'code'), where);
    // Further names of built-in areas, and all of the world's, yield to what the case calls its own places.
    for (const place of [...builtIn.flatMap(({ code }) => (named.length === 0 && !codes.has(code) ? [this.#inWorld(code) ?? []].flat() : [])), ...more]) this.#callBy(place);
  }

  #inWorld(code) {
    const country = /^[A-Z]{2}(-|$)/.test(code) ? code.slice(0, 2) : '';
    return Object.hasOwn(this.#world, country) ? this.#world[country].find((area) => area.code === code) : undefined;
  }

  // A name that two areas of different countries have means neither; each is then called by it and its code.
  #areasOf(countries) {
    const areas = [...new Map([...new Set(countries)].flatMap((c) => this.#world[c]).map((a) => [a.code, a])).values()];
    const bearers = new Map();
    for (const { code, names } of areas) for (const name of names) bearers.set(keyOf(name), (bearers.get(keyOf(name)) ?? new Set()).add(code));
    const isShared = (name) => bearers.get(keyOf(name)).size > 1;
    return areas.map((a) => ({ ...a, names: a.names.flatMap((name, at) => (!isShared(name) ? [name] : at === 0 ? [`${name} (${a.code})`] : [])) }));
  }

  #takeIn(place) {
    this.#byCode.set(place.code, place);
    this.#byName.set(keyOf(place.code), place.code);
  }

  #callBy({ code, names }) {
    names.forEach((name, at) => {
      const key = keyOf(name);
      if (!this.#byName.has(key)) this.#byName.set(key, code);
      else if (at === 0 && this.#byName.get(key) !== code) this.#byName.set(keyOf(`${name} (${code})`), code);
    });
  }

  #add(content, known, where) {
    const text = (name) => textAt(content, name);
    const [code, members] = [text('code'), textsAt(content, 'members')];
    if (this.#byCode.has(code)) throw new Fault(where, `expected a code that is not in use, found '${code}'`);
    const stray = members.find((member) => !known.has(member));
    if (stray !== undefined) throw new Fault(where, `expected the code of a known area, found '${stray}'`);
    for (const name of [code, text('name'), text('local_name'), ...textsAt(content, 'aliases')]) {
      const key = keyOf(name);
      if (key === '') continue;
      if ((this.#byName.get(key) ?? code) !== code) throw new Fault(where, `expected a name that no other area has, found '${name}'`);
      this.#byName.set(key, code);
    }
    if (text('within') !== '') {
      if (!known.has(text('within')) || text('within') === code) throw new Fault(where, `expected another known area, found '${text('within')}'`);
      this.#within.set(code, text('within'));
    }
    const number = (name, least, most) => {
      if (text(name) === '') return null;
      const value = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(text(name)) ? Number(text(name)) : NaN;
      if (!(value >= least && value <= most)) throw new Fault(where, `expected a number from ${least} to ${most}, found '${text(name)}'`);
      return value;
    };
    const [lat, lon] = [number('lat', -90, 90), number('lon', -180, 180)];
    number('radius_km', 0, 20_100);
    if (Object.hasOwn(content, 'lat') !== Object.hasOwn(content, 'lon')) throw new Fault(where, 'expected lat and lon together');
    if (text('outline') !== '') {
      if (members.length > 0) throw new Fault(where, 'expected members or an outline, found both');
      this.#outlines.set(code, boxOf(text('outline')));
    }
    this.#byCode.set(code, { code, members, hasCentre: lat !== null && lon !== null });
  }

  #checkCircle(code, where) {
    const [seen, open] = [new Set(), [...this.#byCode.get(code).members]];
    while (open.length > 0) {
      const next = open.pop();
      if (next === code) throw new Fault(where, 'expected members that do not hold the area itself');
      if (!seen.has(next)) open.push(...this.#byCode.get(next).members);
      seen.add(next);
    }
  }

  /** The code of an area by its code or a name of it. */
  find(text, where) {
    let code = this.#byName.get(keyOf(text));
    if (code === undefined && this.#inWorld(text) !== undefined) {
      for (const place of this.#areasOf([text.slice(0, 2)]).filter((p) => !this.#byCode.has(p.code))) {
        this.#takeIn(place);
        this.#callBy(place);
      }
      code = text;
    }
    if (code === undefined) throw new Fault(where, `expected a known area, found '${text}'`);
    return code;
  }

  /** The regions that an area is made of. */
  regionsOf(code) {
    if (!this.#regions.has(code)) {
      const { members } = this.#byCode.get(code);
      this.#regions.set(code, new Set(members.length === 0 ? [code] : members.flatMap((m) => [...this.regionsOf(m)])));
    }
    return this.#regions.get(code);
  }

  /** The codes of the areas in a list that is parted by semicolons, in order, and the regions that they are made of. */
  areasIn(list, where) {
    const areas = list === '' ? [] : list.split(';').map((name) => this.find(name, where)).sort();
    return { areas, regions: new Set(areas.flatMap((code) => [...this.regionsOf(code)])) };
  }

  /** Gives up where regions may share ground: by their outlines, which are not compared here but for the boxes round them, or as one lies within another. */
  checkApart(regions) {
    const all = [...regions];
    for (const village of all.filter((code) => this.#within.has(code))) {
      for (let outer = this.#within.get(village), steps = 0; outer !== undefined && steps < 50; outer = this.#within.get(outer), steps++) {
        const other = all.find((code) => code !== village && this.regionsOf(outer).has(code));
        if (other !== undefined) throw new Undecided(`${village} lies within ${outer}, which is not worked out here`);
      }
    }
    if (this.#outlines.size === 0) return;
    for (const one of all.filter((code) => this.#outlines.has(code))) {
      const other = all.find((code) => code !== one && !this.#areApart(one, code));
      if (other !== undefined) throw new Undecided(`whether ${one} and ${other} share ground follows from outlines, which are not compared here`);
    }
  }

  #areApart(one, other) {
    const isStandard = (code) => !code.startsWith('X-');
    if (!this.#outlines.has(other)) return (isStandard(one) && isStandard(other)) || this.#byCode.get(other).hasCentre === false;
    const [a, b] = [this.#outlines.get(one), this.#outlines.get(other)];
    return a !== null && b !== null && [0, 1].some((axis) => a.most[axis] <= b.least[axis] || b.most[axis] <= a.least[axis]);
  }
}

// The box round a polygon in the plainest form of WKT; null for any other form.
function boxOf(outline) {
  if (!/^(POLYGON|MULTIPOLYGON) ?\([-+0-9.,() ]+\)$/.test(outline)) return null;
  const points = [...outline.matchAll(/(-?[0-9.]+) +(-?[0-9.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const axis = (pick, of) => points.reduce((best, point) => pick(best, point[of]), points[0]?.[of] ?? NaN);
  const box = { least: [axis(Math.min, 0), axis(Math.min, 1)], most: [axis(Math.max, 0), axis(Math.max, 1)] };
  return [...box.least, ...box.most].some(Number.isNaN) ? null : box;
}
