// Counts with bounds, from the reports of a bundle (docs/counts.md). Written from that page.

import { Fault } from './bytes.mjs';
import { actsMeet, holds } from './claims.mjs';

const mostStates = 20_000;
const overlap = (a, b) => a.start < b.end && b.start < a.end;
const meet = (a, b) => [...a].some((region) => b.has(region));

/** What is claimed in each window: least, most, how many claims touch it, which may be about the same events. */
export function count(reports, gone, sides, query) {
  // What was not known by then says nothing of what others include either.
  const claims = reports.filter((c) => query.asOf === null || c.knownAt <= query.asOf);
  const ofSide = claims.filter((c) => c.partOf === null && c.measure === query.measure && sides.has(c.source));
  const own = ofSide.filter((c) => !gone.has(c.id));
  const above = inclusions(claims, gone, own);
  const asked = [];
  for (const claim of own.filter((c) => (query.source === null || c.source === query.source) && c.unit === query.unit)) {
    const parts = claims.filter((p) => p.partOf === claim.id && !gone.has(p.id) && p.measure === claim.measure && p.unit === claim.unit);
    const share = shareOf(claim, parts, query);
    if (share !== null) asked.push({ ...claim, min: share.min, max: share.max, above: above.get(claim.id) });
  }
  raise(asked);
  asked.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  const withdrawn = ofSide.filter(
    (c) =>
      gone.has(c.id) &&
      c.unit === query.unit &&
      (query.source === null || c.source === query.source) &&
      fitOf(c, query) !== 'outside',
  );
  return query.windows.map((window) => ({
    ...row(
      asked.filter((c) => overlap(c, window)),
      window,
    ),
    withdrawn: withdrawn
      .filter((c) => overlap(c, window))
      .map((c) => c.id)
      .sort(),
  }));
}

function row(touching, window) {
  const inside = touching.filter((c) => c.start >= window.start && c.end <= window.end);
  return {
    ...window,
    min: largestSource(inside),
    max: touching.filter((c) => !isCountedElsewhere(c, touching)).reduce((sum, c) => sum + c.max, 0),
    reports: touching.length,
    overlap: touching
      .filter((a) => touching.some((b) => a !== b && (isNested(a, b) || mayBeSame(a, b))))
      .map((c) => c.id)
      .sort(),
  };
}

/**
 * For each claim the ids of all that include it, through as many steps as there are. What is included in a claim that stands no
 * more is included in the one that took its place.
 */
function inclusions(all, gone, claims) {
  const direct = new Map(all.map((c) => [c.id, [...c.includedIn, ...(gone.get(c.id) ? [gone.get(c.id)] : [])]]));
  return new Map(
    claims.map((claim) => {
      const found = new Set();
      const open = [...claim.includedIn];
      while (open.length > 0) {
        const id = open.pop();
        if (!found.has(id)) open.push(...(direct.get(id) ?? []));
        found.add(id);
      }
      found.delete(claim.id);
      return [claim.id, found];
    }),
  );
}

const isNested = (a, b) => a.above.has(b.id) || b.above.has(a.id);

// A claim without areas touches every region.
const mayBeSame = (a, b) =>
  overlap(a, b) && actsMeet(a.act, b.act) && (a.regions.size === 0 || b.regions.size === 0 || meet(a.regions, b.regions));

const areRivals = (a, b) => overlap(a, b) && (isNested(a, b) || mayBeSame(a, b));

function isCountedElsewhere(claim, touching) {
  return touching.some((other, at) => claim.above.has(other.id) && (!other.above.has(claim.id) || at < touching.indexOf(claim)));
}

function fitOf({ act, regions, target }, query) {
  if (!actsMeet(query.act, act) || (query.regions !== null && regions.size > 0 && !meet(query.regions, regions)))
    return 'outside';
  const within = query.regions === null || (regions.size > 0 && [...regions].every((r) => query.regions.has(r)));
  return holds(query.act, act) && within ? 'inside' : 'touches';
}

/** What of a claim's count falls to the query, whatever the time; null where nothing can. */
function shareOf(claim, parts, query) {
  const fit = fitOf(claim, query);
  if (fit === 'outside') return null;
  if (fit === 'inside') return { min: claim.min, max: claim.max };
  if (parts.length === 0) return { min: 0, max: claim.max };
  const fits = parts.map((p) => fitOf({ ...p, regions: p.regions.size === 0 ? claim.regions : p.regions }, query));
  const together = (bounds) => (claim.parts === 'disjoint' ? bounds.reduce((sum, b) => sum + b, 0) : Math.max(0, ...bounds));
  const min = together(parts.filter((_, i) => fits[i] === 'inside').map((p) => p.min));
  const touching = parts.filter((_, i) => fits[i] !== 'outside');
  if (claim.exhaustive && touching.length === 0) return null;
  const rest = claim.exhaustive ? 0 : Math.max(0, claim.max - together(parts.map((p) => p.min)));
  const max = Math.min(claim.max, touching.reduce((sum, p) => sum + p.max, 0) + rest);
  return { min, max: Math.max(min, max) };
}

/** A claim that says less than the disjoint claims that it is recorded to include stands for their sum. */
function raise(claims) {
  for (const outer of claims) {
    const inner = claims.filter((c) => c.above.has(outer.id));
    if (inner.length > 0) outer.raised = Math.max(outer.max, largestSource([...inner, outer]) ?? outer.max);
  }
  for (const claim of claims) claim.max = claim.raised ?? claim.max;
}

function largestSource(claims) {
  const sources = [...new Set(claims.map((c) => c.source))];
  const sums = sources.map((source) => largestSum(claims.filter((c) => c.source === source && c.min > 0)));
  return sums.includes(null) ? null : Math.max(0, ...sums);
}

/** The largest sum of lower counts over pairwise disjoint claims; null where there are too many combinations to try. */
function largestSum(claims) {
  const ordered = claims.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const last = ordered.map((a) => ordered.findLastIndex((b) => areRivals(a, b)));
  // Chosen claims that have rivals to come, and the best sum with them.
  let states = new Map([['', { chosen: [], sum: 0 }]]);
  for (const [i, claim] of ordered.entries()) {
    const next = new Map();
    const keep = (chosen, sum) => {
      const open = chosen.filter((k) => last[k] > i);
      const key = open.join(',');
      if (!(next.get(key)?.sum >= sum)) next.set(key, { chosen: open, sum });
    };
    for (const { chosen, sum } of states.values()) {
      keep(chosen, sum);
      if (chosen.every((k) => !areRivals(ordered[k], claim))) keep([...chosen, i], sum + claim.min);
    }
    if (next.size > mostStates) return null;
    states = next;
  }
  return Math.max(...[...states.values()].map((s) => s.sum));
}

/** The words of a command, name and value in turn, as options; what counts does not know, or doubled, is a fault. */
export function optionsOf(words, where) {
  const names = ['side', 'source', 'region', 'act', 'measure', 'unit', 'from', 'to', 'by', 'tz', 'as-of'];
  const options = {};
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i].slice(2);
    if (!names.includes(name) || name in options)
      throw new Fault(where, `expected each option of counts once at most, found '${words[i]}'`);
    options[name] = words[i + 1];
  }
  return options;
}
