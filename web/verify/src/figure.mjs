// Recomputes the figure of a bundle from its entries, as far as this program can.

import { Fault, same, textOf, utf8 } from './bytes.mjs';
import { Places, claimOf, placeOf } from './claims.mjs';
import { count, optionsOf } from './counts.mjs';
import { gazetteer } from './gazetteer.mjs';
import { dateOf, instantText, readInstant, windowsOf } from './time.mjs';

const figureFile = 'figure.json';

/** What of the figure was recomputed and found the same, and what was left out. */
export function checkFigure(bytes, { command, arguments: words }, items, takenBack) {
  const figure = parseFigure(bytes);
  if (command !== 'counts') {
    return { checked: [], left: [`the figure: ${command} is not recomputed by this program`] };
  }
  checkForm(bytes, figure);
  const { rows, query } = recount(words, items, takenBack, figure.unit);
  expect('schema', figure.schema, 'holdfire/counts/1');
  expect('as_of', figure.as_of, query.asOf === null ? null : instantText(query.asOf));
  expect('the number of rows', figure.rows?.length, rows.length);
  const left = ['the covered hours and stated numbers of each row'];
  for (const [i, row] of rows.entries()) {
    const found = figure.rows[i];
    const compare = (name, expected) => expect(`row ${i + 1}, ${name}`, found[name], expected);
    compare('from', instantText(row.start));
    compare('to', instantText(row.end));
    compare('source', query.source);
    compare('region', query.region);
    if (row.min === null) left.push(`row ${i + 1}, min: too many combinations of claims`);
    else compare('min', row.min);
    compare('max', row.max === Infinity ? null : row.max);
    compare('reports', row.reports);
    compare('overlap', row.overlap);
    compare('withdrawn', row.withdrawn);
  }
  return {
    checked: [`${rows.length} rows of counts: windows, least, most, number of claims, those that may be the same and those withdrawn`],
    left,
  };
}

function parseFigure(bytes) {
  const text = textOf(bytes, figureFile);
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault(figureFile, 'expected JSON, found something else');
  }
}

/** The one form in which counts are printed: two blanks a level, a line feed at the end. Fractions, which others print, have many forms. */
function checkForm(bytes, figure) {
  if (!same(bytes, utf8(`${JSON.stringify(figure, null, 2)}\n`)))
    throw new Fault(figureFile, 'expected the form in which commands print JSON');
}

function expect(name, found, expected) {
  const [a, b] = [found, expected].map((value) => JSON.stringify(value) ?? 'nothing');
  if (a !== b) throw new Fault(figureFile, `expected ${b} under ${name} from the entries, found ${a}`);
}

function recount(words, items, takenBack, unit) {
  const at = 'bundle.json, arguments';
  const options = optionsOf(words, at);
  const of = (kind) => items.filter((item) => item.kind === kind).map((item) => item.content);
  const places = new Places([...gazetteer, ...of('place').map(placeOf)]);
  const region = options.region === undefined ? null : places.find(options.region, at);
  const zone = options.tz ?? of('case')[0]?.zone;
  if (zone === undefined) throw new Fault(at, 'expected a zone, or the entry of the case with one');
  const query = {
    source: options.source ?? null,
    region,
    regions: region === null ? null : places.regionsOf(region),
    act: options.act,
    measure: options.measure,
    unit: options.unit ?? unit,
    asOf: readInstant(options['as-of'], at),
    windows: windowsOf(dateOf(options.from, at), dateOf(options.to, at), zone, options.by ?? 'total', of('truce'), at),
  };
  const sides = new Set(
    of('source')
      .filter((source) => source.party === options.side)
      .map((source) => source.id),
  );
  const all = [...items.filter((item) => item.kind === 'report'), ...takenBack].map(({ index, content }) =>
    claimOf(content, places, `entries/${index}.json`),
  );
  const gone = goneBy(query.asOf, of('case')[0]?.corrections ?? [], takenBack, all);
  const claims = all.filter((claim) => !gone.has(claim.id));
  const units = new Set(
    claims
      .filter((c) => sides.has(c.source) && c.partOf === null && c.measure === query.measure && c.unit !== query.unit)
      .map((c) => c.unit),
  );
  if (options.unit === undefined && claims.every((c) => c.unit !== query.unit) && units.size > 0)
    throw new Fault(figureFile, `expected a unit that the claims have, found '${unit}'`);
  return { rows: count(all, gone, sides, query), query };
}

/** The claims that do not stand by an instant, parts of such included, each with the claim that took its place or null. */
function goneBy(asOf, corrections, takenBack, claims) {
  const gone = new Map();
  const named = new Set(corrections.map((c) => c.report));
  const all = [
    ...corrections,
    ...takenBack.map((t) => ({ report: t.content.id, by: t.by, published: t.published })).filter((c) => !named.has(c.report)),
  ];
  for (const { report, by, published } of all) {
    const said = readInstant(published, figureFile);
    if (asOf === null || said === null || said <= asOf) gone.set(report, by ?? null);
  }
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const claim of claims) {
    for (let whole = byId.get(claim.partOf); whole !== undefined; whole = byId.get(whole.partOf)) {
      if (gone.has(whole.id) && !gone.has(claim.id)) gone.set(claim.id, null);
    }
  }
  return gone;
}
