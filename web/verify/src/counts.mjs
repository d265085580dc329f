// Counts with bounds, from the claims of a case (docs/counts.md). Written from that page.

import { actsMeet, holds } from './claims.mjs';
import { most, tooLarge } from './limits.mjs';
import { mayShare, mostOf, takenApart, wholeOf } from './parts.mjs';
import { byInstant, later, stepOf } from './time.mjs';

const mostStates = 20_000;
const mostPairs = 2_000_000;
const mostOpen = 63;
const overlap = (a, b) => a.start < b.end && b.start < a.end;
const meet = (a, b) => [...a].some((region) => b.has(region));
const byTime = (a, b) =>
  byInstant(a.start, b.start) || byInstant(stepOf(a.end), stepOf(b.end)) || Number(a.isWhole === true) - Number(b.isWhole === true) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * What is claimed in each window: least, most, how many claims touch it, which may be about the same events.
 * @param claims Reports that were known by the instant asked for.
 * @param gone Those of them that do not stand; of those that were taken back themselves, by has what took their place or null, and takenBack has
 * these themselves, also those that are no reports and those that say nothing of what is counted.
 * @param sides The ids of the sources asked for.
 * @param distinct The ids of the sources whose rows are distinct events.
 */
export function count(claims, { gone, by, takenBack }, sides, distinct, query, work) {
  const ofSide = claims.filter((c) => c.partOf === null && c.measure === query.measure && sides.has(c.source));
  const above = inclusions(claims, gone, by, takenBack, sides);
  const kinds = new Kinds(work, distinct);
  const incomplete = new Set(claims.filter((c) => gone.has(c.id)).map((c) => c.partOf));
  const { told, splits } = takenApart(claims.filter((c) => !gone.has(c.id)), incomplete, above, sides);
  const parts = groupBy(told, (c) => c.partOf);
  const isAsked = (c) => c.partOf === null && c.measure === query.measure && c.unit === query.unit && sides.has(c.source);
  for (const claim of told) claim.least = claim.min;
  const asked = [];
  for (const claim of told.filter(isAsked)) {
    const own = (parts.get(claim.id) ?? []).filter((p) => p.measure === claim.measure && p.unit === claim.unit);
    const share = shareOf(claim, own, query);
    if (share !== null) asked.push({ ...claim, ...share, kind: kinds.of(claim) });
  }
  const wholes = splits.map(wholeOf).filter((c) => isAsked(c) && fitOf(c, query) === 'inside').map((c) => ({ ...c, kind: kinds.of(c) }));
  raise(asked, wholes, kinds, work);
  asked.sort(byTime);
  const withdrawn = ofSide.filter((c) => gone.has(c.id) && c.unit === query.unit && fitOf(c, query) !== 'outside').sort(byTime);
  const [touching, taken] = [asked, withdrawn].map((all) => touches(all, query.windows));
  return query.windows.map((window, i) => ({
    ...row(touching[i], wholes, window, kinds, work),
    withdrawn: taken[i].map((c) => c.id).sort(),
    keptBy: [...new Set(touching[i].flatMap((c) => c.keptBy))].sort(),
  }));
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(keyOf(item))) groups.set(keyOf(item), []);
    groups.get(keyOf(item)).push(item);
  }
  return groups;
}

/** For each of the windows, which come one after the other, the claims that touch it, in their order. */
export function touches(claims, windows) {
  const found = windows.map(() => []);
  for (const claim of claims) {
    let [low, high] = [0, windows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (windows[middle].end > claim.start) high = middle;
      else low = middle + 1;
    }
    for (let i = low; i < windows.length && windows[i].start < claim.end; i++) found[i].push(claim);
  }
  return found;
}

/** How many pairs of a claim and a window that it touches there are, up to one more than may be. */
export function countTouches(claims, windows) {
  const [starts, ends] = [windows.map((w) => w.start), windows.map((w) => w.end)];
  const upTo = (times, limit, within) => {
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (within(times[middle], limit)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let sum = 0;
  for (const { start, end } of claims) {
    sum += Math.max(0, upTo(starts, end, (a, b) => a < b) - upTo(ends, start, (a, b) => a <= b));
    if (sum > most.touches) return sum;
  }
  return sum;
}

function row(touching, wholes, window, kinds, work) {
  const inside = [...touching, ...wholes].filter((c) => c.start >= window.start && c.end <= window.end);
  const places = new Map(touching.map((c, at) => [c.id, at]));
  work.take(touching.reduce((sum, c) => sum + 1 + c.above.size, wholes.length));
  return {
    ...window,
    min: largestSource(inside, kinds, work),
    max: mostOf(touching, new Set(touching.filter((c) => !isCountedElsewhere(c, touching, places)))),
    reports: touching.length,
    overlap: overlaps(touching, places, kinds, work).sort(),
  };
}

/**
 * For each claim the ids of all that include it, through as many steps as there are, but not through what a source says that is not
 * counted. What is included in a claim that stands no more is included in the one that took its place.
 */
function inclusions(all, gone, by, takenBack, sides) {
  // A part that is gone with its whole leads on to nothing, nor does a number of a statement that stands.
  const leadsOn = [...all.filter((c) => !gone.has(c.id)), ...takenBack].filter((c) => sides.has(c.source));
  const direct = new Map(leadsOn.map((c) => [c.id, by.get(c.id) ? [...c.includedIn, by.get(c.id)] : c.includedIn]));
  let pairs = 0;
  return new Map(
    all.map((claim) => {
      // Nobody asks what includes a claim that is not counted.
      if (!sides.has(claim.source)) return [claim.id, new Set()];
      const [found, open] = [new Set(), [...claim.includedIn]];
      while (open.length > 0) {
        const id = open.pop();
        if (found.has(id)) continue;
        if (++pairs > most.inclusions) throw tooLarge(`claims are included in others more than ${most.inclusions} times`);
        found.add(id);
        open.push(...(direct.get(id) ?? []));
      }
      found.delete(claim.id);
      return [claim.id, found];
    }),
  );
}

/** Claims of one act and the same areas, and of one source where it tells its rows apart, are of one kind: they meet others in the same way. */
class Kinds {
  #numbers = new Map();
  #claims = [];
  #meeting = new Map();

  constructor(work, distinct) {
    this.work = work;
    this.distinct = distinct;
  }

  of({ act, areas, regions, source }) {
    const apart = this.distinct.has(source) ? source : null;
    const key = `${act}\n${areas.join(';')}\n${apart ?? ''}`;
    if (!this.#numbers.has(key)) this.#numbers.set(key, this.#claims.push({ act, regions, apart }) - 1);
    return this.#numbers.get(key);
  }

  /** Whether claims of the two kinds, at one time, may be about the same events. One without areas touches every region. */
  meet(a, b) {
    const key = a < b ? a * 65_536 + b : b * 65_536 + a;
    if (!this.#meeting.has(key)) {
      const [one, other] = [this.#claims[a], this.#claims[b]];
      this.work.take(8 + Math.min(one.regions.size, 64));
      this.#meeting.set(
        key,
        (one.apart === null || one.apart !== other.apart) &&
          actsMeet(one.act, other.act) && (one.regions.size === 0 || other.regions.size === 0 || meet(one.regions, other.regions)),
      );
    }
    return this.#meeting.get(key);
  }
}

// The claims, in order, that are nested in another or may be about the same events as another of them.
function overlaps(claims, places, kinds, work) {
  const byKind = rivalsByKind(claims.filter((c) => c.split === null), kinds, work);
  const marked = claims.map((c) => byKind.has(c));
  for (const [i, claim] of claims.entries()) {
    work.take(claim.above.size);
    for (const outer of claim.above) {
      if (places.has(outer)) marked[i] = marked[places.get(outer)] = true;
    }
    if (claim.split === null) continue;
    work.take(claims.length);
    for (const [j, other] of claims.entries()) {
      if (i !== j && overlap(claim, other) && mayShare(claim, other, kinds)) marked[i] = marked[j] = true;
    }
  }
  return claims.filter((_, i) => marked[i]).map((c) => c.id);
}

// Those of claims that were not taken apart that may be about the same events as another of them.
function rivalsByKind(claims, kinds, work) {
  const marked = claims.map(() => false);
  const own = [...new Set(claims.map((c) => c.kind))];
  work.take(own.length * own.length);
  const rivals = new Map(own.map((kind) => [kind, own.filter((other) => kinds.meet(kind, other))]));
  const latest = new Map();
  for (const [i, claim] of claims.entries()) {
    work.take(rivals.get(claim.kind).length);
    if (rivals.get(claim.kind).some((kind) => latest.get(kind) > claim.start)) marked[i] = true;
    latest.set(claim.kind, later(latest.get(claim.kind) ?? -Infinity, claim.end));
  }
  const next = new Map();
  for (let i = claims.length - 1; i >= 0; i--) {
    work.take(rivals.get(claims[i].kind).length);
    if (rivals.get(claims[i].kind).some((kind) => next.get(kind) < claims[i].end)) marked[i] = true;
    next.set(claims[i].kind, claims[i].start);
  }
  return new Set(claims.filter((_, i) => marked[i]));
}

function isCountedElsewhere(claim, touching, places) {
  return [...claim.above].some((id) => {
    const at = places.get(id);
    return at !== undefined && (!touching[at].above.has(claim.id) || at < places.get(claim.id));
  });
}

/** How an act somewhere lies to what is asked for. */
export function fitOf({ act, regions }, query) {
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
  const together = (bounds) =>
    claim.parts === 'disjoint' ? bounds.reduce((sum, b) => sum + b, 0) : bounds.reduce((a, b) => Math.max(a, b), 0);
  const min = together(parts.filter((_, i) => fits[i] === 'inside').map((p) => p.min));
  const touching = parts.filter((_, i) => fits[i] !== 'outside');
  if (claim.exhaustive && touching.length === 0) return null;
  const rest = claim.exhaustive ? 0 : Math.max(0, claim.max - together(parts.map((p) => p.min)));
  const max = Math.min(claim.max, touching.reduce((sum, p) => sum + p.max, 0) + rest);
  return { min, max: Math.max(min, max) };
}

/** A claim that says less than the disjoint claims that it is recorded to include stands for their sum. */
function raise(claims, wholes, kinds, work) {
  const places = new Map(claims.map((c) => [c.id, c]));
  const inner = new Map();
  for (const claim of [...claims, ...wholes]) {
    for (const id of claim.above) {
      if (!places.has(id)) continue;
      if (!inner.has(id)) inner.set(id, [places.get(id)]);
      inner.get(id).push(claim);
    }
  }
  const raised = [...inner].map(([id, within]) => {
    const outer = places.get(id);
    // Most claims say at least as much as all those in them together.
    if (within.reduce((sum, c) => sum + c.min, 0) <= outer.max) return [outer, outer.max];
    return [outer, Math.max(outer.max, largestSource(within, kinds, work))];
  });
  for (const [outer, max] of raised) outer.max = max;
}

function largestSource(claims, kinds, work) {
  const sources = groupBy(
    claims.filter((c) => c.min > 0),
    (c) => c.source,
  );
  return [...sources.values()].map((own) => largestSum(own.toSorted(byTime), kinds, work)).reduce((a, b) => Math.max(a, b), 0);
}

/** The largest sum of lower counts over pairwise disjoint claims; a lower bound of it where there are too many combinations to try. */
function largestSum(claims, kinds, work) {
  const links = nestedApart(claims, kinds, work);
  if (kinds.distinct.has(claims[0].source)) return sumOfDistinct(claims, links, kinds, work);
  const together = [...groupBy(claims.filter((c) => c.split !== null), (c) => c.split).values()].flatMap((own) => own.slice(1).map((c) => [own[0], c]));
  let sum = 0;
  for (const group of groups(claims, [...links, ...together], kinds, work)) {
    const own = [...new Set(group.map((c) => c.kind))];
    const members = new Set(group);
    const linked = links.filter(([a]) => members.has(a));
    const part =
      linked.length === 0 && group.every((c) => c.split === null) && own.every((a, i) => own.every((b, j) => j <= i || kinds.meet(a, b)))
        ? scheduled(group, work)
        : (bestChoice(group, linked, kinds, work) ?? lowerBound(group, own, linked, kinds, work));
    sum += part;
  }
  return sum;
}

// Of rows that are distinct events all add up but those that are recorded to be in others.
function sumOfDistinct(claims, links, kinds, work) {
  const linked = new Set([...links.flat(), ...claims.filter((c) => c.split !== null)]);
  const sum = claims.filter((c) => !linked.has(c)).reduce((all, c) => all + c.min, 0);
  if (linked.size === 0) return sum;
  const inner = new Set(links.map(([c]) => c));
  const outermost = [...linked].filter((c) => c.split === null && !inner.has(c)).reduce((all, c) => all + c.min, 0);
  return sum + (bestChoice(claims.filter((c) => linked.has(c)), links, kinds, work) ?? outermost);
}

// The better of all claims as rivals, and of kinds that are disjoint from each other, those of the largest sums first: of equal sums
// the kind that comes first in time.
function lowerBound(claims, own, links, kinds, work) {
  const inner = new Set(links.map(([c]) => c));
  const apart = claims.filter((c) => !inner.has(c));
  work.take(own.length * apart.length);
  const chosen = [];
  let sum = 0;
  const perKind = own.map((kind) => ({ kind, least: scheduled(apart.filter((c) => c.kind === kind && !c.isWhole), work) }));
  for (const { kind, least } of perKind.toSorted((a, b) => b.least - a.least)) {
    if (chosen.some((other) => kinds.meet(other, kind))) continue;
    chosen.push(kind);
    sum += least;
  }
  return Math.max(scheduled(apart, work), sum);
}

// Recorded inclusions between claims of one time that nothing else says may be about the same events.
function nestedApart(claims, kinds, work) {
  const byId = new Map(claims.filter((c) => !c.isWhole).map((c) => [c.id, c]));
  return claims.flatMap((inner) => {
    work.take(inner.above.size);
    return [...inner.above]
      .map((id) => byId.get(id))
      .filter((outer) => outer !== undefined && overlap(inner, outer) && !mayShare(inner, outer, kinds))
      .map((outer) => [inner, outer]);
  });
}

// Claims of kinds that cannot be about the same events are summed apart.
function groups(claims, links, kinds, work) {
  const own = [...new Set(claims.map((c) => c.kind))];
  const parent = new Map(own.map((kind) => [kind, kind]));
  const root = (kind) => {
    while (parent.get(kind) !== kind) kind = parent.get(kind);
    return kind;
  };
  work.take(own.length * own.length);
  own.forEach((a, i) => own.slice(i + 1).forEach((b) => kinds.meet(a, b) && parent.set(root(b), root(a))));
  for (const [inner, outer] of links) parent.set(root(outer.kind), root(inner.kind));
  return [...groupBy(claims, (c) => root(c.kind)).values()];
}

// The largest sum over claims that do not overlap in time (weighted interval scheduling).
function scheduled(claims, work) {
  const byEnd = claims.toSorted((a, b) => byInstant(a.end, b.end));
  const best = [0];
  work.take(byEnd.length * 16);
  for (const [i, claim] of byEnd.entries()) {
    let [low, high] = [0, i];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byEnd[middle].end <= claim.start) low = middle + 1;
      else high = middle;
    }
    best.push(Math.max(best[i], best[low] + claim.min));
  }
  return best.at(-1);
}

// An exact programme along time: a state is the chosen ones among the claims met so far that have rivals to come. Null where more of them
// are open at once, chosen or not, than docs/counts.md says, or where there are too many states or pairs.
function bestChoice(ordered, links, kinds, work) {
  const earlier = ordered.map(() => new Set());
  const last = ordered.map(() => -1);
  const link = (a, b) => {
    earlier[b].add(a);
    last[a] = Math.max(last[a], b);
  };
  let pairs = 0;
  for (let a = 0; a < ordered.length; a++) {
    for (let b = a + 1; b < ordered.length && ordered[b].start < ordered[a].end; b++) {
      if (++pairs > mostPairs) return null;
      if (mayShare(ordered[a], ordered[b], kinds)) link(a, b);
    }
  }
  work.take(pairs);
  const places = new Map(ordered.map((c, at) => [c, at]));
  for (const pair of links) link(...pair.map((c) => places.get(c)).sort((a, b) => a - b));
  let states = new Map([['', { chosen: [], sum: 0 }]]);
  const closing = ordered.map(() => 0);
  last.forEach((to, i) => to > i && closing[to]++);
  let openNow = 0;
  for (const [i, claim] of ordered.entries()) {
    const next = new Map();
    const keep = (chosen, sum) => {
      const open = chosen.filter((k) => last[k] > i);
      const key = open.join(',');
      if (!(next.get(key)?.sum >= sum)) next.set(key, { chosen: open, sum });
    };
    for (const { chosen, sum } of states.values()) {
      work.take(8 + 2 * chosen.length);
      keep(chosen, sum);
      if (!chosen.some((k) => earlier[i].has(k))) keep([...chosen, i], sum + claim.min);
    }
    openNow += Number(last[i] > i) - closing[i];
    if (openNow > mostOpen || next.size > mostStates) return null;
    states = next;
  }
  return [...states.values()].reduce((best, s) => Math.max(best, s.sum), 0);
}
