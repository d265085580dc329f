// Reports as claims that can be counted (docs/case-format.md).

import { Fault } from './bytes.mjs';
import { isYes, textAt } from './contents.mjs';
import { readInstant, windowOf } from './time.mjs';

const isBelow = (code, other) => other === code || other.startsWith(`${code}.`);

/** Whether an act is the other or holds it; violations hold attacks as well. Acts of which neither holds the other have nothing in common. */
export const holds = (act, other) => isBelow(act, other) || (act === 'violation' && isBelow('attack', other));
export const actsMeet = (a, b) => holds(a, b) || holds(b, a);

const acts =
  (
    'attack attack.air attack.air.bomb attack.air.bomb.guided attack.air.missile attack.air.missile.air-launched ' +
    'attack.air.missile.ballistic attack.air.missile.cruise attack.air.uav attack.air.uav.fpv attack.air.uav.loitering ' +
    'attack.air.uav.one-way attack.ground attack.sea attack.sea.crewed attack.sea.uav attack.shelling ' +
    'compliance compliance.access compliance.aid compliance.demining compliance.deployment compliance.handover compliance.release ' +
    'compliance.withdrawal recon recon.air recon.air.uav ' +
    'violation violation.aid_denied violation.blocked_movement violation.blocked_movement.monitors violation.construction ' +
    'violation.demolition violation.detention violation.incursion violation.looting violation.mines violation.overflight violation.weapons'
  ).split(' ');
const targets = ['energy_facility', 'military', 'residential', 'other', ...'aid farmland hospital journalists monitors school un water worship'.split(' ')];
export const harms = ['killed', 'killed_military', 'killed_unknown', 'injured', 'injured_military', 'injured_unknown'];
const units = ['item', 'attack', 'breach', 'shelling', 'assault', 'person', 'place', 'vehicle'];

/** The acts, kinds of targets and units that a case may name: the built-in ones of docs/acts.md and its own below them. */
export function codesOf(head, where) {
  const known = (name, builtIn) => {
    const codes = new Set(builtIn);
    const own = (head[name] ?? []).map((item) => textAt(item, 'code'));
    if (own.length > 200) throw new Fault(where, `expected at most 200 ${name}, found ${own.length}`);
    for (const [i, item] of (head[name] ?? []).entries()) {
      const parent = own[i].slice(0, Math.max(0, own[i].lastIndexOf('.')));
      if (!/^[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+$/.test(own[i]) || codes.has(own[i]) || !(builtIn.includes(parent) || own.includes(parent)))
        throw new Fault(where, `expected under '${name}' a new code below a known one, found '${own[i]}'`);
      if (!['', parent].includes(textAt(item, 'parent'))) throw new Fault(where, `expected under 'parent' ${parent}, found '${item.parent}'`);
      codes.add(own[i]);
    }
    return codes;
  };
  return { acts: known('acts', acts), targets: known('targets', targets).add('unknown'), units: known('units', units) };
}

/** An act that the case may name. */
export function actOf(text, { acts }, where) {
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
  const harm = Object.fromEntries(harms.map((name) => [name, optional(name)]));
  optional('objects');
  checkPoint(text, where);
  const [unit, target] = [text('unit') || 'item', text('target') || 'unknown'];
  if (!at.codes.units.has(unit)) wrong('a known unit', unit);
  if (!at.codes.targets.has(target)) wrong('a known kind of target', target);
  return {
    id,
    source,
    act: actOf(text('act'), at.codes, where),
    measure: text('measure'),
    unit,
    target,
    start: window.start,
    end: window.end,
    core: window.core,
    twice: window.twice === true,
    ...boundsOf(text('count'), where),
    ...at.places.areasIn(text('areas'), where),
    partOf: text('part_of') || null,
    parts: text('parts') || 'unknown',
    exhaustive: isYes(text('parts_exhaustive')),
    includedIn: idsIn(text('included_in')),
    quotes,
    denies,
    harm,
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
