// The forms of the contents that a case is made of (docs/case-format.md). What fits a form can be read without a further look.

import { Fault } from './bytes.mjs';
import { isMap, own } from './json.mjs';

const yesNo = ['yes', 'no', 'true', 'false'];
export const precisions = ['minute', 'about', 'night', 'day', 'within', 'open_end', 'unknown'];
export const measures = ['occurred', 'launched', 'destroyed', 'not_reached', 'hit', 'repelled'];
const parts = ['unknown', 'disjoint', 'overlapping'];
const certainties = ['not_said', 'sure', 'likely', 'possible'];
const modes = ['claimed', 'heard', 'saw', 'recorded', 'on_site', 'told'];

// Names in one text; a star marks one that must be there.
const table = (names, more = {}) => ({ names: names.split(' ').filter((name) => name !== ''), more });
const text = { shape: 'text' };
const texts = { shape: 'texts' };
const oneOf = (allowed) => ({ shape: 'text', allowed });
const map = (of) => ({ shape: 'map', of });
const maps = (of) => ({ shape: 'maps', of });

const windowForm = table('from to zone* published', { 'precision*': oneOf(precisions) });
const harmFields = 'killed injured objects killed_military killed_unknown injured_military injured_unknown';
const quantity = table(`id* part_of act* unit target count* alleged_actor ${harmFields} reference from to zone published lat lon radius_km`, {
  'measure*': oneOf(measures),
  areas: texts,
  aggregate: oneOf(yesNo),
  parts: oneOf(parts),
  parts_exhaustive: oneOf(yesNo),
  included_in: texts,
  precision: oneOf(precisions),
  mode: oneOf(modes),
  actor_certainty: oneOf(certainties),
  quotes: texts,
  denies: texts,
});

const declarations = maps(
  table('actor* text* statement reference', {
    'kind*': oneOf(['declares', 'accepts', 'accepts_conditionally', 'ignores', 'rejects', 'withdraws', 'lets_expire', 'proposes']),
    'when*': map(windowForm),
  }),
);
const inForce = maps(
  table('party* from* to zone* basis*', { 'precision*': oneOf(['minute', 'about', 'day', 'within']), disputed: oneOf(yesNo) }),
);
const codes = maps(
  table('code* name* parent', {
    crosswalk: maps(
      table('note', {
        'scheme*': oneOf(['acled', 'ucdp_ged', 'viina', 'osce_smm']),
        terms: texts,
        'match*': oneOf(['none', 'close', 'broad', 'narrow']),
      }),
    ),
  }),
);

const forms = {
  case: table('id* title* zone*', {
    invented: oneOf(yesNo),
    countries: texts,
    acts: codes,
    targets: codes,
    units: codes,
    gaps: texts,
    corrections: maps(table('report* by published reference', { 'kind*': oneOf(['corrected', 'withdrawn']) })),
  }),
  document: table('id* title* publisher* date sha256 length'),
  place: table('code* name* local_name lat lon radius_km outline within', { aliases: texts, members: texts }),
  party: table('id* name*', { 'role*': oneOf(['party', 'mediator', 'guarantor', 'monitor', 'other']) }),
  source: table('id* name* party scope* relays', {
    'kind*': oneOf(['party_organ', 'monitor', 'news_desk', 'sensor', 'observer']),
    'grade*': oneOf(['A', 'B', 'C', 'D', 'E', 'F']),
    rows: oneOf(['may_overlap', 'distinct_events']),
    rhythm: oneOf(['none', 'night', 'day', 'week']),
    redistribution: oneOf(yesNo),
    watches: maps(table('act* area* from* to* zone* basis*', { 'watching*': oneOf(yesNo) })),
  }),
  truce: table('id* name* from* to zone* release_clause extended', {
    'announced*': map(windowForm),
    declarations,
    in_force: inForce,
    extensions: maps(table('to zone* text*', { 'announced*': map(windowForm), declarations, in_force: inForce })),
    prohibitions: maps(table('id* act* target text*', { 'areas*': texts, 'bound*': texts })),
    exceptions: maps(table('act target text*', { areas: texts })),
    obligations: maps(table('id party* text* deadline zone act quantity unit due due_days', { evidence: texts })),
    tolerance: map(table('per_day*', { 'standard*': oneOf(['alleged', 'corroborated', 'verified']) })),
    reporting: maps(table('source least* most* basis*')),
    conflicts: texts,
  }),
  detection: table('id* source* published from to zone* lat lon radius_km value value_unit note reference', {
    'kind*': oneOf(['heat', 'alert', 'radar', 'seismic', 'acoustic', 'imagery', 'interference', 'weather', 'other']),
    'precision*': oneOf(precisions),
    areas: texts,
    supports: texts,
  }),
  restriction: table('id* source* published from to zone* act by basis*', {
    'kind*': oneOf(['movement', 'access', 'sensor', 'weather', 'security', 'other']),
    'precision*': oneOf(precisions),
    'areas*': texts,
  }),
  step: table('id* report* by* at* to due actor of text', {
    'kind*': oneOf([
      'to_verify',
      'assigned',
      'visited',
      'access_refused',
      'verified',
      'closed',
      'not_verifiable',
      'proposed',
      'approved',
      'dissent',
    ]),
    standard: oneOf(['alleged', 'corroborated', 'verified']),
  }),
  query: table('id* party* text* sent* due by*', { 'reports*': texts }),
  reply: table('id* party* query received* text* statement by*', { reports: texts }),
  pin: table('id* withdraws by* reason*', { same: texts, not_same: texts }),
  statement: table('id* document* speaker* addressee hearsay paraphrase*', {
    passage: map(table('start* end* sha256*')),
    'kind*': oneOf(['proposal', 'response', 'precondition', 'demand', 'threat', 'claim', 'accusation', 'denial', 'pledge', 'appeal']),
    'form*': oneOf(['direct_quote', 'reported', 'narration']),
    'said*': map(windowForm),
    about: map(windowForm),
    truces: texts,
    quantities: maps(quantity),
  }),
  conflict: table('id* statement* question*', { 'accounts*': maps(table('text* basis*', { quantities: maps(quantity) })) }),
  report: table(
    `id* source* published from to zone* act* unit target count* areas alleged_actor part_of included_in ${harmFields} ` +
      'reference lat lon radius_km quotes denies ' +
      'observer_lat observer_lon observer_bearing observer_range_km narrative language attachments handling',
    {
      'precision*': oneOf(precisions),
      'measure*': oneOf(measures),
      aggregate: oneOf(yesNo),
      parts: oneOf(parts),
      parts_exhaustive: oneOf(yesNo),
      mode: oneOf(modes),
      actor_certainty: oneOf(certainties),
    },
  ),
};

/** Refuses a content that is not of the form of its kind; kinds without a form here may have any. */
export function checkForm(kind, content, where) {
  if (!Object.hasOwn(forms, kind)) return;
  // A report is a row of a table: all of its fields are texts, and a blank one is as good as none.
  const row = kind === 'report' && isMap(content);
  if (row && Object.values(content).some((value) => typeof value !== 'string'))
    throw new Fault(where, 'expected a text in each field of a report, found something else');
  checkMap(forms[kind], row ? Object.fromEntries(Object.entries(content).filter(([, value]) => value !== '')) : content, where);
}

function rulesOf(of) {
  if (of.rules === undefined) {
    const all = [...of.names.map((name) => [name, text]), ...Object.entries(of.more)];
    of.rules = new Map(all.map(([name, rule]) => [name.replace('*', ''), { ...rule, needed: name.endsWith('*') }]));
  }
  return of.rules;
}

function checkMap(of, value, where) {
  if (!isMap(value)) throw new Fault(where, 'expected a map, found something else');
  const rules = rulesOf(of);
  for (const name of Object.keys(value)) {
    if (!rules.has(name)) throw new Fault(where, `expected one of the keys ${[...rules.keys()].join(' ')}, found '${name}'`);
    checkValue(rules.get(name), value[name], name, where);
  }
  for (const [name, { needed }] of rules) {
    if (needed && !Object.hasOwn(value, name)) throw new Fault(where, `expected a value for the key ${name}, found none`);
  }
}

function checkValue({ shape, allowed, of }, value, name, where) {
  const wrong = (expected) => {
    throw new Fault(where, `expected ${expected} under '${name}', found something else`);
  };
  if (shape === 'text') {
    if (!isText(value)) wrong('one value');
    if (allowed !== undefined && !allowed.includes(String(value))) wrong(`one of ${allowed.join(' ')}`);
  } else if (shape === 'map') {
    checkMap(of, value, where);
  } else if (!Array.isArray(value)) {
    wrong('a list');
  } else if (shape === 'maps') {
    for (const item of value) checkMap(of, item, where);
  } else if (!value.every(isText)) wrong('a list of texts');
}

const isText = (value) => typeof value === 'string' || typeof value === 'boolean';

/** A text of a content that fits its form; empty where it is not there. */
export const textAt = (content, name) => String(own(content, name) ?? '');

/** The texts of a list of a content that fits its form. */
export const textsAt = (content, name) => (own(content, name) ?? []).map(String);

export const isYes = (text) => text === 'yes' || text === 'true';
