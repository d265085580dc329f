// Recomputes the figure of a bundle from its entries, as far as this program can.

import { Fault, textOf } from './bytes.mjs';
import { caseOf } from './case.mjs';
import { actOf, actsMeet } from './claims.mjs';
import { measures } from './contents.mjs';
import { count, countTouches, fitOf, touches } from './counts.mjs';
import { hoursIn, watchedBy } from './coverage.mjs';
import { isMap, own } from './json.mjs';
import { Undecided, Work, most, tooLarge } from './limits.mjs';
import { printed } from './printed.mjs';
import { checkZone, dateOf, instantText, readInstant, windowsOf } from './time.mjs';

const figureFile = 'figure.json';
const argumentsAt = 'bundle.json, arguments';

/** Whether the figure was recomputed and found the same, and what is to be said of that. */
export function checkFigure(bytes, { command, arguments: words, size }, held) {
  const figure = parseFigure(bytes, command);
  try {
    if (command !== 'counts') throw new Undecided(`${command} is not recomputed by this program`);
    const options = optionsOf(words);
    const { case: read, lines } = caseOf(held);
    const setAside = [...held.setAside, ...lines].sort((a, b) => a.entry - b.entry);
    const said = own(figure, 'coordinates');
    const withheld = isMap(said) && Object.hasOwn(said, 'withheld') ? held.withheld : 0;
    const expected = recount(options, read, { setAside, withheld }, said === undefined ? null : size);
    compareFigure(figure, expected);
    // Members are compared one by one to say which differs; the whole text is what holds.
    if (textOf(bytes, figureFile) !== `${printed(expected, figureFile)}\n`) throw new Fault(figureFile, 'expected the answer that the entries give, found another');
    return { recomputed: true, detail: `recomputed from the entries: ${expected.rows.length} rows of counts, each member the same` };
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return { recomputed: false, detail: `NOT recomputed here: ${error.message}` };
  }
}

// The one form in which answers are printed, so that no member stands twice and nothing beside them, and the edition: before anything is compared.
function parseFigure(bytes, command) {
  const text = textOf(bytes, figureFile);
  let figure;
  try {
    figure = JSON.parse(text);
  } catch {
    throw new Fault(figureFile, 'expected JSON, found something else');
  }
  // Whole numbers of more digits than are read without loss are passed over here: no figure with one is recomputed by this program.
  const [large, rounded] = [/(?<=(\n|: ) *-?)[1-9][0-9]{15,27}(?=,?\n)/g, /(?<=(\n|: ) *-?)[1-9][0-9]{15,28}(?=,?\n)/g];
  if (text.replace(large, '9') !== `${printed(figure, figureFile)}\n`.replace(rounded, '9')) throw new Fault(figureFile, 'expected the form in which commands print JSON');
  const form = `holdfire/${command === 'assess' ? 'assessment' : command}/`;
  const schema = isMap(figure) ? own(figure, 'schema') : undefined;
  if (typeof schema !== 'string' || !schema.startsWith(form) || !/^(0|[1-9][0-9]{0,8})$/.test(schema.slice(form.length)))
    throw new Fault(figureFile, `expected ${form} and a number under schema`);
  if (Object.hasOwn(figure, 'rules') && typeof figure.rules !== 'string' && (command === 'counts' || figure.rules !== null)) throw new Fault(figureFile, 'expected a text under rules, or no such member');
  return figure;
}

// An earlier form, or the same form by other rules, cannot be compared.
function isBefore(figure, expected) {
  const [number, ours] = [figure, expected].map(({ schema }) => Number(schema.slice(schema.lastIndexOf('/') + 1)));
  return number < ours || (number === ours && figure.rules !== expected.rules);
}

// Members, their order and values are those expected.
function compareFigure(value, expected) {
  if (isBefore(value, expected)) throw new Undecided(`it was made as ${editionOf(value)}; this version answers as ${editionOf(expected)}`);
  const shown = (found) => JSON.stringify(found) ?? 'nothing';
  const sameMembers = (found, like, name) => {
    const [a, b] = [found, like].map((o) => (o !== null && typeof o === 'object' && !Array.isArray(o) ? Object.keys(o).join(', ') : shown(o)));
    if (a !== b) throw new Fault(figureFile, `expected the members ${b} ${name}, found ${a}`);
  };
  const sameValue = (found, like, name) => {
    if (shown(found) !== shown(like)) throw new Fault(figureFile, `expected ${shown(like)} under ${name} from the entries, found ${shown(found)}`);
  };
  sameMembers(value, expected, 'of the answer');
  for (const name of Object.keys(expected).filter((n) => n !== 'rows')) sameValue(value[name], expected[name], name);
  if (!Array.isArray(value.rows)) throw new Fault(figureFile, 'expected a list under rows, found something else');
  sameValue(value.rows.length, expected.rows.length, 'the number of rows');
  for (const [i, row] of expected.rows.entries()) {
    sameMembers(value.rows[i], row, `of row ${i + 1}`);
    for (const name of Object.keys(row)) sameValue(value.rows[i][name], row[name], `row ${i + 1}, ${name}`);
  }
}

const editionOf = ({ schema, rules }) => (rules === undefined ? schema : `${schema} by the rules ${rules}`);

const harmedGroups = ['civilians', 'military', 'unknown'];

/** The words of a command, name and value in turn, as options; what counts does not know, or doubled, is a fault. */
function optionsOf(words) {
  const names = ['side', 'source', 'region', 'act', 'measure', 'of', 'unit', 'from', 'to', 'by', 'tz', 'as-of'];
  const otherNames = new Map(Object.entries({ claimant: 'side', area: 'region', 'known-by': 'as-of' }));
  const options = {};
  for (let i = 0; i < words.length; i += 2) {
    const word = words[i].slice(2);
    const name = otherNames.get(word) ?? word;
    if (!names.includes(name) || Object.hasOwn(options, name))
      throw new Fault(argumentsAt, `expected each option of counts once at most, found '${words[i]}'`);
    options[name] = words[i + 1];
  }
  for (const name of ['act', 'measure', 'from', 'to']) {
    if (options[name] === undefined) throw new Fault(argumentsAt, `expected --${name}, found none`);
  }
  if (options.side === undefined && options.source === undefined) throw new Fault(argumentsAt, 'expected --claimant or --source, found neither');
  return options;
}

// Those that are counted together: all of the side, or of a source of no side that one alone.
function ofSide(options, held) {
  const party = options.side ?? held.sources.find((s) => s.id === options.source)?.party ?? null;
  return held.sources.filter((s) => (party === null ? s.id === options.source : s.party === party));
}

function queryOf(options, held) {
  const wrong = (name, expected) => {
    throw new Fault(argumentsAt, `expected ${expected} after --${name}, found '${options[name]}'`);
  };
  if (options.side !== undefined && !held.parties.has(options.side)) wrong('side', 'the id of a party');
  const sources = ofSide(options, held).filter((s) => options.source === undefined || s.id === options.source);
  if (options.source !== undefined && sources.length === 0) wrong('source', 'a source of the side');
  const harmed = ['killed', 'injured'].includes(options.measure);
  if (!harmed && !measures.includes(options.measure)) wrong('measure', `${measures.join(', ')}, killed, injured`);
  if (options.of !== undefined && !(harmed && harmedGroups.includes(options.of))) wrong('of', `with killed or injured ${harmedGroups.join(', ')}`);
  if (harmed && ![undefined, 'person'].includes(options.unit)) wrong('unit', 'person');
  if (options.unit !== undefined && !held.codes.units.has(options.unit)) wrong('unit', [...held.codes.units].join(', '));
  const region = options.region === undefined ? null : held.places.find(options.region, argumentsAt);
  if (!/^([0-9-]{10}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z)?$/.test(options['as-of'] ?? '') || options['as-of'] === '')
    wrong('as-of', 'an instant to the second');
  const asOf = readInstant(options['as-of'], argumentsAt);
  if (asOf !== null && asOf > readInstant('9998-12-31T23:59:59Z', argumentsAt)) wrong('as-of', 'an instant before the year 9999');
  const zone = options.tz ?? held.zone;
  checkZone(zone, argumentsAt);
  const [first, last] = ['from', 'to'].map((name) => dateOf(options[name], argumentsAt));
  const years = ['from', 'to'].map((name) => Number(options[name].slice(0, 4)));
  if (last < first || years[0] < 1900 || years[1] > 2200) wrong('to', 'days from 1900 to 2200, the last not before the first');
  // An extension that was not announced yet extends nothing.
  const truces = held.truces
    .filter((t) => asOf === null || t.announced.end <= asOf)
    .map((t) => ({ inForce: t.inForce.filter((f) => asOf === null || f.since <= asOf) }));
  const windows = windowsOf(first, last, zone, options.by ?? 'total', truces, most.windows, argumentsAt);
  if (windows === null || windows.length > most.windows) throw tooLarge(`it has more than ${most.windows} rows`);
  return {
    sides: new Set(sources.map((s) => s.id)),
    sources,
    source: options.source ?? null,
    region,
    regions: region === null ? null : held.places.regionsOf(region),
    act: actOf(options.act, held.codes, argumentsAt),
    measure: harmed ? 'occurred' : options.measure,
    harm: harmed ? { name: { civilians: '', military: '_military', unknown: '_unknown' }[options.of ?? harmedGroups[0]], kind: options.measure } : null,
    of: harmed ? (options.of ?? harmedGroups[0]) : null,
    asOf,
    windows,
  };
}

// The size is the number of entries of the record; null where the figure, as earlier versions wrote it, does not say it.
function recount(options, held, { setAside, withheld }, size) {
  const query = queryOf(options, held);
  const byThen = (instant) => query.asOf === null || instant <= query.asOf;
  let reports = held.reports.filter((c) => byThen(c.knownAt));
  let numbers = held.statements.filter((s) => byThen(s.saidBy)).flatMap((s) => s.quantities).filter((c) => query.harm === null || byThen(c.knownAt));
  if (countTouches(reports.filter((c) => query.sides.has(c.source)), query.windows) > most.touches) throw tooLarge(`its reports touch its windows more than ${most.touches} times`);
  const claims = [...reports, ...numbers.filter((c) => byThen(c.knownAt))];
  const changes = goneBy([...reports, ...numbers], held.corrections.filter((c) => c.published === null || byThen(c.published)));
  changes.takenBack = claims.filter((c) => changes.by.has(c.id));
  const rules = countRulesOf(claims, changes.by);
  const stands = (claim) => !changes.gone.has(claim.id);
  if (query.harm !== null) [reports, numbers] = harmsOf(reports, numbers, changes.gone, query.harm.kind + query.harm.name);
  const units = query.harm !== null ? ['person'] : options.unit === undefined ? unitsOf([...reports, ...numbers].filter(stands), query, options, held) : [options.unit];
  held.places.checkApart(new Set([...(query.regions ?? []), ...[...reports, ...numbers].flatMap((c) => [...c.regions])]));
  const work = new Work();
  const counted = units.map((unit) => count(reports, changes, query.sides, held.distinct, { ...query, unit }, work));
  const shows = [...reports.filter(stands), ...numbers.filter((c) => stands(c) && c.max === 0)].filter((c) => byThen(c.knownAt));
  const hours = hoursIn(query.windows, watchedBy(query.sources, held.restrictions.filter((r) => byThen(r.knownAt)), shows, query, held.places));
  const stated = units.map((unit) => touches(statedBy(numbers.filter(stands), { ...query, unit }), query.windows));
  const knownBy = query.asOf === null ? null : instantText(query.asOf);
  return {
    schema: 'holdfire/counts/1',
    ...(held.invented ? { invented: true } : {}),
    ...(size === null
      ? {}
      : {
          coordinates: {
            known_by: knownBy,
            recorded_at: size,
            ...(setAside.length > 0 ? { set_aside: setAside } : {}),
            ...(withheld > 0 ? { withheld } : {}),
            audience: 'public',
          },
        }),
    as_of: knownBy,
    unit: units.length === 1 ? units[0] : null,
    ...rules,
    ...(query.of === null ? {} : { of: query.of }),
    rows: query.windows.flatMap((_, i) =>
      units.map((unit, u) => ({ ...rowOf(counted[u][i], query, hours[i], stated[u][i]), ...(units.length === 1 ? {} : { unit }) })),
    ),
  };
}

// Earlier versions counted a part in the time of its whole, and read a time that comes twice as the earlier (counts-2). Later ones let
// what any source said of inclusions bear on the counts of another (counts-3), and after those what it had said before it took a claim back (counts-4).
function countRulesOf(claims, by) {
  const byId = new Map(claims.map((c) => [c.id, c]));
  const isGoneOfAnother = (id, source) => by.has(id) && byId.get(id)?.source !== source;
  if (claims.some((c) => [...c.includedIn, by.get(c.id)].some((id) => isGoneOfAnother(id, c.source)))) return { rules: 'counts-4' };
  const isElsewhere = (part, whole) => whole !== undefined && (part.start !== whole.start || part.end !== whole.end);
  const including = claims.filter((c) => c.includedIn.length > 0);
  const named = new Set(including.flatMap((c) => c.includedIn));
  const hasPartsApart = claims.some((c) => isElsewhere(c, byId.get(c.partOf)));
  const isThroughAnother = new Set(including.map((c) => c.source)).size > 1 && including.some((c) => named.has(c.id));
  if (isThroughAnother || (hasPartsApart && including.length > 0)) return { rules: 'counts-3' };
  return hasPartsApart || claims.some((c) => c.twice) ? { rules: 'counts-2' } : {};
}

// Claims of harm: people, instead of what was counted of the act. A part stands for itself where its whole says nothing of them.
function harmsOf(reports, numbers, gone, name) {
  const saying = new Set([...reports, ...numbers].filter((c) => c.harm[name] !== null).map((c) => c.id));
  const taken = (claims) =>
    claims
      .filter((c) => saying.has(c.id) && (c.partOf === null || saying.has(c.partOf) || !gone.has(c.partOf)))
      .map((c) => ({ ...c, ...c.harm[name], measure: 'occurred', unit: 'person', partOf: saying.has(c.partOf) ? c.partOf : null }));
  return [taken(reports), taken(numbers)];
}

function rowOf(row, query, hours, stated) {
  if ([row.min, row.max].some((bound) => bound !== Infinity && bound > Number.MAX_SAFE_INTEGER))
    throw new Undecided('its numbers are larger than this program can add without loss');
  return {
    from: instantText(row.start),
    to: instantText(row.end),
    source: query.source,
    region: query.region,
    min: row.min,
    max: row.max === Infinity ? null : row.max,
    reports: row.reports,
    covered_hours: hours,
    overlap: row.overlap,
    stated: stated.map((c) => c.id).sort(),
    withdrawn: row.withdrawn,
    ...(row.keptBy.length === 0 ? {} : { kept_whole_by: row.keptBy }),
  };
}

function statedBy(numbers, query) {
  return numbers.filter(
    (c) =>
      c.partOf === null &&
      c.measure === query.measure &&
      c.unit === query.unit &&
      query.sides.has(c.source) &&
      (query.asOf === null || c.knownAt <= query.asOf) &&
      fitOf(c, query) !== 'outside',
  );
}

// The units in which the side claims what is asked for, in the order of the list and then of their codes.
function unitsOf(claims, query, options, held) {
  const sides = new Set(ofSide(options, held).map((s) => s.id));
  const found = new Set(
    claims
      .filter((c) => c.partOf === null && c.measure === query.measure && sides.has(c.source) && actsMeet(query.act, c.act))
      .map((c) => c.unit),
  );
  const builtIn = [...held.codes.units].filter((unit) => !unit.includes('.'));
  const own = [...found].filter((unit) => unit.includes('.')).sort();
  return found.size === 0 ? ['item'] : [...builtIn.filter((unit) => found.has(unit)), ...own];
}

/** The claims that do not stand, parts of such included; by has those that were taken back themselves, with what took their place. */
function goneBy(claims, corrections) {
  const by = new Map(corrections.map((c) => [c.report, c.by]));
  const gone = new Set(by.keys());
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const stands = new Set();
  for (const claim of claims) {
    const path = [];
    let at = claim.id;
    for (; byId.has(at) && !gone.has(at) && !stands.has(at); at = byId.get(at).partOf) path.push(at);
    path.forEach((id) => (gone.has(at) ? gone : stands).add(id));
  }
  return { gone, by };
}
