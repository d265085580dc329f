// Claims some of whose parts have a time of their own, taken apart so that each part counts in its own time (docs/counts.md).

import { earlier, later } from './time.mjs';

const without = (count, others) => (count === Infinity ? count : Math.max(0, count - others));
const largest = (numbers) => numbers.reduce((a, b) => Math.max(a, b), 0);
const sum = (numbers) => numbers.reduce((all, n) => all + n, 0);
const hull = (a, b) => ({ start: earlier(a.start, b.start), end: later(a.end, b.end) });

/**
 * The claims that stand, those with parts in other times as what they are counted as: such have split, and isRest where they are the rest.
 * Those in which others are recorded to be included are not taken apart, and have keptBy, the ids of those others.
 * @param claims Claims that stand.
 * @param incomplete The ids of claims of which a part stands no more.
 * @param above For each claim the ids of all that include it.
 * @param sides The ids of the sources that are counted together: what others say plays no part.
 */
export function takenApart(claims, incomplete, above, sides) {
  const parts = new Map();
  for (const claim of claims.filter((c) => c.partOf !== null)) {
    if (!parts.has(claim.partOf)) parts.set(claim.partOf, []);
    parts.get(claim.partOf).push(claim);
  }
  const told = claims.map((c) => ({ ...c, above: above.get(c.id), split: null, isRest: false, keptBy: [] }));
  if (parts.size === 0) return { told, splits: [] };
  const within = new Map();
  for (const claim of claims.filter((c) => sides.has(c.source))) {
    for (const id of above.get(claim.id)) within.has(id) ? within.get(id).push(claim) : within.set(id, [claim]);
  }
  const byId = new Map(told.map((c) => [c.id, c]));
  const splits = [];
  for (const whole of claims.filter((c) => c.partOf === null && sides.has(c.source) && parts.has(c.id))) {
    const alike = alikeOf(whole, parts);
    const own = alike
      .map((part) => ({ ...part, ...allTimeOf(part, parts) }))
      .filter((part) => part.start !== whole.start || part.end !== whole.end);
    if (own.length === 0) continue;
    const kept = [whole, ...own].flatMap(({ id }) => within.get(id) ?? []).filter((c) => c.measure === whole.measure && c.unit === whole.unit);
    if (kept.length > 0) Object.assign(byId.get(whole.id), own.reduce(hull, whole), { keptBy: kept.map((c) => c.id) });
    else splits.push(split(whole, own, alike, byId, whole.exhaustive && alike.length === parts.get(whole.id).length && !incomplete.has(whole.id)));
  }
  return { told: told.filter((c) => byId.has(c.id)), splits };
}

// Parts that count something else say nothing of when this was.
function alikeOf(whole, parts) {
  return (parts.get(whole.id) ?? []).filter((p) => p.measure === whole.measure && p.unit === whole.unit && p.source === whole.source);
}

function allTimeOf(part, parts) {
  let [time, open] = [{ start: part.start, end: part.end }, alikeOf(part, parts)];
  while (open.length > 0) {
    const next = open.pop();
    time = hull(time, next);
    open.push(...alikeOf(next, parts));
  }
  return time;
}

function split(whole, own, alike, byId, saidToBeAll) {
  const disjoint = whole.parts === 'disjoint';
  const all = saidToBeAll && sum(alike.map((p) => p.max)) >= whole.min;
  const leasts = alike.map((p) => p.min);
  let most = Math.max(whole.max, disjoint ? sum(leasts) : largest(leasts));
  const allLeast = sum(leasts);
  const limited = alike.filter((p) => p.max < Infinity);
  const [allMost, limitless] = [sum(limited.map((p) => p.max)), alike.length - limited.length];
  const counts = own.map((part) => {
    const others = part.max === Infinity ? (limitless > 1 ? Infinity : allMost) : limitless > 0 ? Infinity : allMost - part.max;
    const min = all ? Math.min(part.max, Math.max(part.min, without(whole.min, others))) : part.min;
    return { min, max: Math.max(min, Math.min(part.max, without(most, disjoint ? allLeast - part.min : 0))) };
  });
  const found = { whole, disjoint, members: [] };
  const taken = sum(counts.map((c) => c.max));
  const times = own.map(({ start, end }) => ({ start, end }));
  for (const [i, part] of own.entries()) {
    const { areas, regions } = part.regions.size === 0 ? whole : part;
    const above = new Set([...byId.get(part.id).above, ...byId.get(whole.id).above]);
    above.delete(part.id);
    Object.assign(byId.get(part.id), { ...times[i], ...counts[i], partOf: null, areas, regions, above, split: found });
    found.members.push(byId.get(part.id));
  }
  const rest = byId.get(whole.id);
  if (!all || own.length < alike.length) {
    const min = without(whole.min, taken);
    const lost = counts.map((c) => c.min);
    const max = Math.max(min, without(most, disjoint ? sum(lost) : largest(lost)));
    Object.assign(rest, { min, max, exhaustive: all, split: found, isRest: true });
    found.members.push(rest);
    times.push({ start: whole.start, end: whole.end });
  } else byId.delete(whole.id);
  // Of a part that stays with the rest, some may be of those that went, unless they share nothing.
  for (const part of alike.filter((p) => !disjoint && byId.get(p.id).split === null)) byId.get(part.id).min = without(part.min, taken);
  if (!disjoint) most = Math.max(most, bestApart(own.map((part, i) => ({ ...times[i], min: counts[i].min }))));
  return Object.assign(found, { most, ...times.reduce(hull) });
}

// The largest sum over parts that do not overlap in time: those share nothing, whatever is said.
function bestApart(parts) {
  const byEnd = parts.toSorted((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  const best = [0];
  for (const [k, part] of byEnd.entries()) {
    let [low, high] = [0, k];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byEnd[middle].end <= part.start) low = middle + 1;
      else high = middle;
    }
    best.push(Math.max(best[k], best[low] + part.min));
  }
  return best.at(-1);
}

/** All of a claim that was taken apart, beside what it is counted as: how many there are at the least, in all its time. */
export function wholeOf(split) {
  const [first, ...others] = split.members.map((m) => m.above);
  const above = new Set([...first].filter((id) => others.every((o) => o.has(id))));
  return { ...split.whole, start: split.start, end: split.end, max: 0, above, split, isWhole: true, isRest: false };
}

/** Whether two claims that overlap in time may be about the same events. */
export const mayShare = (a, b, kinds) =>
  a.split === null || a.split !== b.split ? kinds.meet(a.kind, b.kind) : a.isWhole || b.isWhole || !(a.split.disjoint || a.isRest || b.isRest);

/** The sum of upper counts, where of what a claim is counted as no more counts than the claim without what of it is surely outside. */
export function mostOf(touching, counted) {
  let all = 0;
  const ofSplit = new Map();
  for (const claim of touching) {
    const max = counted.has(claim) ? claim.max : 0;
    if (claim.split === null) {
      all += max;
      continue;
    }
    const found = ofSplit.get(claim.split) ?? { max: 0, ids: new Set() };
    ofSplit.set(claim.split, { max: found.max + max, ids: found.ids.add(claim.id) });
  }
  for (const [{ disjoint, most, members }, { max, ids }] of ofSplit) {
    const outside = disjoint ? sum(members.filter((m) => !ids.has(m.id)).map((m) => m.least)) : 0;
    all += Math.min(max, without(most, outside));
  }
  return all;
}
