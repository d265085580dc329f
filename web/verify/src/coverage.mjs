// The hours that sources are known to have watched (docs/counts.md, docs/case-format.md). Half-open intervals of instants.

import { actsMeet, holds } from './claims.mjs';
import { byInstant, earlier, later } from './time.mjs';

const hour = 3_600_000_000_000n;

/**
 * The intervals that any of the sources watched.
 * @param sources Those of the side.
 * @param restrictions When sources could not look: what is watched then is not.
 * @param shows Claims that show that their source was looking: reports, and numbers of none in statements.
 */
export function watchedBy(sources, restrictions, shows, query, places) {
  return unionOf(
    sources.flatMap((source) => {
      const where = query.region ?? source.scope;
      const own = restrictions.filter((r) => r.source === source.id);
      const named = [where, source.scope, ...source.watches.map((w) => w.area), ...own.flatMap((r) => r.areas)];
      places.checkApart(new Set(named.flatMap((code) => [...places.regionsOf(code)])));
      const contains = (outer) => [...places.regionsOf(where)].every((region) => places.regionsOf(outer).has(region));
      const watches = source.watches.filter((w) => w.watching && holds(w.act, query.act) && contains(w.area));
      const claimed = contains(source.scope)
        ? shows.filter((c) => c.source === source.id && c.partOf === null && c.core !== null && holds(c.act, query.act)).map((c) => c.core)
        : [];
      const meets = (area) => [...places.regionsOf(where)].some((region) => places.regionsOf(area).has(region));
      const without = own.filter((r) => (r.act === null || actsMeet(r.act, query.act)) && r.areas.some(meets));
      return [...watches.flatMap((w) => less(w, without)), ...claimed];
    }),
  );
}

function less(watch, without) {
  return without.reduce(
    (left, gap) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: earlier(end, gap.start) },
          { start: later(start, gap.end), end },
        ].filter((part) => part.start < part.end),
      ),
    [{ start: watch.start, end: watch.end }],
  );
}

function unionOf(intervals) {
  const merged = [];
  for (const { start, end } of intervals.toSorted((a, b) => byInstant(a.start, b.start) || byInstant(a.end, b.end))) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = later(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** For each of the windows, which come one after the other, the hours of it that lie in the intervals of a union. */
export function hoursIn(windows, union) {
  let first = 0;
  return windows.map((window) => {
    while (first < union.length && union[first].end <= window.start) first++;
    let hours = 0;
    for (let i = first; i < union.length && union[i].start < window.end; i++) {
      hours += hoursOf(earlier(union[i].end, window.end) - later(union[i].start, window.start));
    }
    return hours;
  });
}

// Whole days and the rest apart: the same sum gives the same last bit.
function hoursOf(nanoseconds) {
  const days = nanoseconds / (24n * hour);
  return Number(days) * 24 + Number(nanoseconds - days * 24n * hour) / Number(hour);
}
