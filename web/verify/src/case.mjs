// The case that the entries of a bundle hold, as far as counts go by it (docs/case-format.md).

import { Fault } from './bytes.mjs';
import { actOf, claimOf, codesOf } from './claims.mjs';
import { checkForm, isYes, textAt, textsAt } from './contents.mjs';
import { gazetteer, world } from './gazetteer.mjs';
import { own } from './json.mjs';
import { Places } from './places.mjs';
import { checkZone, dateOf, instantOf, later, readInstant, timeOf, timesOf, windowOf } from './time.mjs';

/**
 * Reads the case.
 * @param standing What stands, in the order of the case: kind, content and where it stands.
 * @param taken Reports and statements that their sources took back or replaced, under the names that they have then.
 * @param corrections What became of those: report, by and published.
 * @param gone The ids of claims that are set aside: a line of the head that names one is left out.
 * @returns The case, and the lines that were left out, as answers name them.
 */
export function caseOf({ standing: items, taken, corrections, gone }) {
  for (const { kind, content, where } of [...items, ...taken]) checkForm(kind, content, where);
  const of = (kind) => items.filter((item) => item.kind === kind);
  const [head] = of('case');
  if (head === undefined) throw new Fault('entries', 'expected the entry of the case among them, found none');
  checkZone(textAt(head.content, 'zone'), head.where);
  const parties = idsOf(of('party'));
  const sources = idsOf(of('source'));
  const at = { places: new Places(gazetteer, world, textsAt(head.content, 'countries').map((text) => ({ text, where: head.where })), of('place')), parties, sources, codes: codesOf(head.content, head.where) };
  const statements = [...of('statement'), ...taken.filter((t) => t.kind === 'statement')].map((item) => statementOf(item, at));
  const result = {
    zone: textAt(head.content, 'zone'),
    invented: isYes(textAt(head.content, 'invented')),
    places: at.places,
    codes: at.codes,
    parties,
    sources: of('source').map((item) => sourceOf(item, at)),
    restrictions: of('restriction').map((item) => restrictionOf(item, at)),
    distinct: new Set(of('source').filter(({ content }) => textAt(content, 'rows') === 'distinct_events').map(({ content }) => textAt(content, 'id'))),
    truces: of('truce').map((item) => truceOf(item, at)),
    statements,
    reports: [...of('report'), ...taken.filter((t) => t.kind === 'report')].map(({ content, where }) => claimOf(content, at, where)),
    corrections: correctionsOf(head, corrections, gone),
  };
  const relays = new Map(of('source').map(({ content, where }) => [textAt(content, 'id'), { id: textAt(content, 'id'), to: textAt(content, 'relays'), where }]));
  checkCircles([...relays.values()], ({ to }) => (to === '' ? [] : [relays.get(to)]), 'relays');
  checkLinks([...result.reports, ...statements.flatMap((s) => s.quantities)], result.corrections, head.where);
  return { case: result, lines: linesOf(head, gone) };
}

const goneIn = (line, gone) => [textAt(line, 'report'), textAt(line, 'by')].find((id) => gone.has(id));

function linesOf({ index, content }, gone) {
  return (own(content, 'corrections') ?? []).flatMap((line, i) => {
    const id = goneIn(line, gone);
    if (id === undefined) return [];
    return [{ entry: index, kind: 'case', id: '', by: 'reader', reason: `corrections ${i + 1}: it names ${id}, which is set aside` }];
  });
}

function idsOf(items) {
  const ids = new Set();
  for (const { content, where } of items) {
    const id = textAt(content, 'id');
    if (/[;\n\r]/.test(id) || ids.has(id)) throw new Fault(where, `expected an id that is not in use and has no semicolon, found '${id}'`);
    ids.add(id);
  }
  return ids;
}

function knownId(ids, id, where) {
  if (id !== '' && !ids.has(id)) throw new Fault(where, `expected a known id, found '${id}'`);
  return id;
}

function spanOf(content, where) {
  const zone = textAt(content, 'zone');
  checkZone(zone, where);
  const [start, end] = ['from', 'to'].map((name) => instantOf(timeOf(textAt(content, name), where), zone, where));
  if (end <= start) throw new Fault(where, `expected an end after the start, found '${textAt(content, 'to')}'`);
  return { start, end };
}

function windowIn(content, where) {
  const [from, to, zone, precision] = ['from', 'to', 'zone', 'precision'].map((name) => textAt(content, name));
  const published = readInstant(textAt(content, 'published'), where);
  return { ...windowOf({ from, to, zone: zone || 'UTC', precision, published }, where), published };
}

function sourceOf({ content, where }, { places, parties, sources, codes }) {
  knownId(parties, textAt(content, 'party'), where);
  knownId(sources, textAt(content, 'relays'), where);
  return {
    id: textAt(content, 'id'),
    party: textAt(content, 'party'),
    scope: places.find(textAt(content, 'scope'), where),
    watches: (own(content, 'watches') ?? []).map((watch) => ({
      watching: isYes(textAt(watch, 'watching')),
      act: actOf(textAt(watch, 'act'), codes, where),
      area: places.find(textAt(watch, 'area'), where),
      ...spanOf(watch, where),
    })),
  };
}

// A time in which a source could not look as it usually does.
function restrictionOf({ content, where }, { places, parties, sources, codes }) {
  knownId(parties, textAt(content, 'by'), where);
  const { start, end, published } = windowIn(content, where);
  return {
    source: knownId(sources, textAt(content, 'source'), where),
    areas: textsAt(content, 'areas').map((name) => places.find(name, where)),
    act: textAt(content, 'act') === '' ? null : actOf(content.act, codes, where),
    start,
    end,
    knownAt: published ?? end,
  };
}

function truceOf({ content, where }, { parties, codes }) {
  for (const term of ['prohibitions', 'exceptions'].flatMap((name) => own(content, name) ?? [])) {
    if (textAt(term, 'act') !== '') actOf(term.act, codes, where);
    if (!codes.targets.has(textAt(term, 'target') || 'unknown')) throw new Fault(where, `expected a known kind of target, found '${term.target}'`);
  }
  let intended = termOf(content, where);
  let inForce = forcesOf(content, parties, where);
  let since = -Infinity;
  for (const extension of own(content, 'extensions') ?? []) {
    const zone = textAt(extension, 'zone');
    checkZone(zone, where);
    const end = endOf(extension, zone, where);
    if (intended.end === Infinity) throw new Fault(where, 'expected no extension of a truce that has no end');
    if (end <= intended.end) throw new Fault(where, `expected an end after the one that is extended, found '${textAt(extension, 'to')}'`);
    const added = Object.hasOwn(extension, 'in_force') ? forcesOf(extension, parties, where) : goesOn(inForce, intended.end, end, where);
    since = later(since, windowIn(extension.announced, where).end);
    inForce = [...inForce, ...added.map((force) => ({ ...force, since }))];
    intended = { start: intended.start, end };
  }
  return { announced: windowIn(content.announced, where), inForce };
}

function forcesOf(content, parties, where) {
  return (own(content, 'in_force') ?? []).map((force) => {
    const precision = textAt(force, 'precision');
    for (const text of [textAt(force, 'from'), textAt(force, 'to')].filter((t) => t !== '' && t !== 'unknown')) {
      if (precision === 'day') dateOf(text, where);
      else if (precision !== 'within') timeOf(text, where);
    }
    return { party: knownId(parties, textAt(force, 'party'), where), ...termOf(force, where), since: -Infinity };
  });
}

// An extension that names nobody goes on for all whom the truce bound until its end.
function goesOn(inForce, before, end, where) {
  const last = new Map();
  for (const force of inForce) {
    if (!last.has(force.party) || force.end > last.get(force.party).end) last.set(force.party, force);
  }
  const bound = [...last.values()].filter((f) => f.end !== Infinity && f.end >= before && end > f.end);
  if (bound.length === 0) throw new Fault(where, 'expected the key in_force, since the truce bound nobody until its end');
  return bound.map((f) => ({ party: f.party, start: f.end, end }));
}

// The widest time of terms; Infinity for no end, or for one that nobody knows.
function termOf(content, where) {
  const zone = textAt(content, 'zone');
  checkZone(zone, where);
  const { start } = timesOf(textAt(content, 'from'), zone, where);
  const end = endOf(content, zone, where);
  if (end <= start) throw new Fault(where, `expected an end after the start, found '${textAt(content, 'to')}'`);
  return { start, end };
}

const endOf = (content, zone, where) =>
  ['', 'unknown'].includes(textAt(content, 'to')) ? Infinity : timesOf(textAt(content, 'to'), zone, where).end;

function statementOf({ content, where }, at) {
  const speaker = knownId(at.sources, textAt(content, 'speaker'), where);
  const said = windowIn(content.said, where);
  const about = Object.hasOwn(content, 'about') ? windowIn(content.about, where) : null;
  return {
    saidBy: said.end,
    quantities: (own(content, 'quantities') ?? []).map((quantity) => {
      const lists = Object.fromEntries(
        ['areas', 'included_in', 'quotes', 'denies']
          .filter((name) => Object.hasOwn(quantity, name))
          .map((name) => [name, textsAt(quantity, name).join(';')]),
      );
      return claimOf({ ...quantity, ...lists, source: speaker }, { ...at, window: about ?? said, published: said.published }, where);
    }),
  };
}

function correctionsOf({ content, where }, corrections, gone) {
  const lines = (own(content, 'corrections') ?? []).filter((line) => goneIn(line, gone) === undefined);
  const said = lines.map((correction) => ({
    report: textAt(correction, 'report'),
    by: textAt(correction, 'by') || null,
    published: readInstant(textAt(correction, 'published'), where),
    withdrawn: textAt(correction, 'kind') === 'withdrawn',
  }));
  if (said.some((c) => c.withdrawn && c.by !== null)) throw new Fault(where, 'expected nothing in the place of a withdrawn report');
  const named = new Set(said.map((c) => c.report));
  if (named.size < said.length) throw new Fault(where, 'expected a correction of each report once');
  return [...said, ...corrections.filter((c) => !named.has(c.report)).map((c) => ({ ...c, published: readInstant(c.published, c.where) }))];
}

// Every id that a claim names is one of a claim, and no claim leads back to itself.
function checkLinks(claims, corrections, where) {
  const byId = new Map();
  for (const claim of claims) {
    if (byId.has(claim.id)) throw new Fault(claim.where, `expected a report id that is not in use, found '${claim.id}'`);
    byId.set(claim.id, claim);
  }
  const links = { part_of: (c) => (c.partOf === null ? [] : [c.partOf]), included_in: (c) => c.includedIn, quotes: (c) => c.quotes };
  for (const claim of claims) {
    for (const id of [...Object.values(links).flatMap((next) => next(claim)), ...claim.denies]) knownId(byId, id, claim.where);
  }
  for (const { report, by } of corrections) [report, by ?? ''].forEach((id) => knownId(byId, id, where));
  for (const [name, next] of Object.entries(links)) checkCircles(claims, (c) => next(c).map((id) => byId.get(id)), name);
  const by = new Map(corrections.filter((c) => c.by !== null).map((c) => [byId.get(c.report), [byId.get(c.by)]]));
  checkCircles([...by.keys()], (claim) => by.get(claim) ?? [], 'by');
}

// Without recursion: a chain may be as long as the case.
function checkCircles(claims, next, name) {
  const done = new Set();
  for (const start of claims) {
    const [path, onPath] = [[{ claim: start, left: [...next(start)] }], new Set([start])];
    while (path.length > 0 && !done.has(start)) {
      const { claim, left } = path.at(-1);
      const other = left.pop();
      if (other === undefined) {
        path.pop();
        onPath.delete(claim);
        done.add(claim);
      } else if (onPath.has(other)) {
        throw new Fault(claim.where, `expected under ${name} another that does not lead back to this one, found '${other.id}'`);
      } else if (!done.has(other)) {
        onPath.add(other);
        path.push({ claim: other, left: [...next(other)] });
      }
    }
  }
}
