// Reports as claims that can be counted (docs/case-format.md).

import { Fault } from './bytes.mjs';
import { isYes, textAt } from './contents.mjs';
import { readInstant, windowOf } from './time.mjs';

/** Acts of which neither holds the other have nothing in common. */
export const holds = (act, other) => other === act || other.startsWith(`${act}.`);
export const actsMeet = (a, b) => holds(a, b) || holds(b, a);

const acts = new Set(
  (
    'attack attack.air attack.air.bomb attack.air.bomb.guided attack.air.missile attack.air.missile.air-launched ' +
    'attack.air.missile.ballistic attack.air.missile.cruise attack.air.uav attack.air.uav.fpv attack.air.uav.loitering ' +
    'attack.air.uav.one-way attack.ground attack.sea attack.sea.crewed attack.sea.uav attack.shelling recon recon.air recon.air.uav'
  ).split(' '),
);

/** An act of docs/acts.md. */
export function actOf(text, where) {
  if (!acts.has(text)) throw new Fault(where, `expected a known act such as attack, found '${text}'`);
  return text;
}

// White space as the other verifier knows it: with U+0085, without U+FEFF.
const blank = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const ends = new RegExp(`^${blank}+|${blank}+$`, 'g');

/** A text without white space at its ends. */
export const trimmed = (text) => text.replace(ends, '');

/** The ids in a list that is parted by semicolons. */
export const idsIn = (text) =>
  text
    .split(';')
    .map(trimmed)
    .filter((part) => part !== '');

/** The bounds of a count in words: 12, 10..15, 12.., >=12, >12, <=12, ~40, some. */
export function boundsOf(words, where) {
  const [text, number] = [trimmed(words), '([0-9]{1,12})'];
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
  if ((found = match(`${number}\\.\\.${number}`)) && found[0] <= found[1]) return { min: found[0], max: found[1] };
  if ((found = match(`~${number}`)) && found[0] > 0) {
    let unit = 1;
    while (found[0] % (unit * 10) === 0) unit *= 10;
    return { min: found[0] - Math.floor(unit / 2), max: found[0] + Math.floor(unit / 2) };
  }
  throw new Fault(where, `expected a count, found '${words}'`);
}

/**
 * A report, or a number of a statement, out of fields that fit their form.
 * @param fields Texts; lists are parted by semicolons.
 * @param at places, parties and sources of the case; window and published where the fields of a number give none.
 */
export function claimOf(fields, at, where) {
  const text = (name) => textAt(fields, name);
  const wrong = (expected, found) => {
    throw new Fault(where, `expected ${expected}, found '${found}'`);
  };
  const optional = (name) => (text(name) === '' ? null : boundsOf(text(name), where));
  const published = readInstant(text('published'), where) ?? at.published ?? null;
  const given = ['from', 'to', 'zone', 'precision'].some((name) => text(name) !== '');
  const window =
    at.window !== undefined && !given
      ? at.window
      : windowOf({ from: text('from'), to: text('to'), zone: text('zone'), precision: text('precision'), published }, where);
  const [id, source, actor] = [text('id'), text('source'), text('alleged_actor')];
  if (/[;\n\r]/.test(id)) wrong('an id without semicolons and ends of lines', id);
  if (!at.sources.has(source)) wrong('the id of a known source', source);
  if (actor !== '' && !at.parties.has(actor)) wrong('the id of a known party', actor);
  const [quotes, denies] = [idsIn(text('quotes')), idsIn(text('denies'))];
  if (denies.some((other) => other === id || quotes.includes(other))) wrong('to deny others than this one and what it quotes', id);
  for (const name of ['aggregate', 'parts_exhaustive']) {
    if (!['', 'yes', 'no', 'true', 'false'].includes(text(name))) wrong('yes, no or nothing', text(name));
  }
  for (const name of ['killed', 'injured', 'objects']) optional(name);
  checkPoint(text, where);
  return {
    id,
    source,
    act: actOf(text('act'), where),
    measure: text('measure'),
    unit: text('unit') || 'item',
    target: text('target') || 'unknown',
    start: window.start,
    end: window.end,
    core: window.core,
    ...boundsOf(text('count'), where),
    regions: at.places.regionsOfAll(text('areas'), where),
    partOf: text('part_of') || null,
    parts: text('parts') || 'unknown',
    exhaustive: isYes(text('parts_exhaustive')),
    includedIn: idsIn(text('included_in')),
    quotes,
    denies,
    knownAt: published ?? window.end,
    where,
  };
}

function checkPoint(text, where) {
  const number = (name, least, most) => {
    if (text(name) === '') return false;
    const value = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text(name)) ? Number(text(name)) : NaN;
    if (!(value >= least && value <= most)) throw new Fault(where, `expected a number from ${least} to ${most}, found '${text(name)}'`);
    return true;
  };
  const [lat, lon, radius] = [number('lat', -90, 90), number('lon', -180, 180), number('radius_km', 0, 20_100)];
  if (lat !== lon || (radius && !lat)) throw new Fault(where, 'expected lat and lon together, or neither of them and no radius_km');
}
