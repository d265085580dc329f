// Civil times of the case format (docs/time.md), in milliseconds since 1970, as half-open intervals of instants, in nanoseconds as
// BigInt, or infinite. Zones are the browser's.

import { Fault } from './bytes.mjs';

const minute = 60_000;
const day = 1440 * minute;
const formats = new Map();
const instantAt = (milliseconds) => BigInt(milliseconds) * 1_000_000n;
const [oneMinute, halfAnHour] = [instantAt(minute), instantAt(30 * minute)];

/** The earlier and the later of two instants; Math.min takes no BigInt. */
export const earlier = (a, b) => (b < a ? b : a);
export const later = (a, b) => (b > a ? b : a);

/** An end in steps of 100 ns, not before it where it lies between two: claims that end in the same step come in the order of their ids. */
export function stepOf(end) {
  if (typeof end === 'number') return end;
  const step = end / 100n;
  return step * 100n < end ? step + 1n : step;
}

export const byInstant = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Milliseconds since 1970 of a civil time as if in UTC; unlike Date.UTC, years below 100 are those years. */
function civilOf(year, month, date, hour = 0, minutes = 0, seconds = 0) {
  const civil = new Date(0);
  civil.setUTCFullYear(year, month - 1, date);
  return civil.setUTCHours(hour, minutes, seconds, 0);
}

// Names are told apart by case; a name that differs by it alone is another name for the first verifier.
function formatOf(zone, where) {
  if (!formats.has(zone)) {
    try {
      if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) throw new RangeError();
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      const known = format.resolvedOptions().timeZone;
      if (known !== zone && known.toLowerCase() === zone.toLowerCase()) throw new RangeError();
      formats.set(zone, format);
    } catch {
      throw new Fault(where, `expected an IANA zone, found '${zone}'`);
    }
  }
  return formats.get(zone);
}

/** Refuses a text that names no zone. */
export const checkZone = (zone, where) => void (fixedOffset(zone) ?? formatOf(zone, where));

// Zones of one offset, such as UTC+05:30, in milliseconds; null for any other.
function fixedOffset(zone) {
  const [, sign, h, m, s] = /^UTC([+-])([01][0-9])(?::([0-5][0-9])(?::([0-5][0-9]))?)?$/.exec(zone) ?? [];
  if (sign === undefined) return null;
  const offset = (Number(h) * 60 + Number(m ?? 0)) * minute + Number(s ?? 0) * 1000;
  return offset > 18 * 60 * minute ? null : sign === '-' ? -offset : offset;
}

const offsets = new Map();

function offsetAt(instant, zone, where) {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const key = `${zone}\n${instant}`;
  if (!offsets.has(key)) {
    if (offsets.size > 100_000) offsets.clear();
    const parts = Object.fromEntries(
      formatOf(zone, where)
        .formatToParts(instant)
        .map(({ type, value }) => [type, type === 'era' ? value : Number(value)]),
    );
    const year = /^B/.test(parts.era) ? 1 - parts.year : parts.year;
    offsets.set(key, civilOf(year, parts.month, parts.day, parts.hour, parts.minute, parts.second) - Math.floor(instant / 1000) * 1000);
  }
  return offsets.get(key);
}

/** The instant of a civil time given as if in UTC: the earlier where it comes twice, moved on by the gap where it is skipped. */
export const instantOf = (civil, zone, where) => readingsOf(civil, zone, where)[0];

// The first and the last instant that a civil time may be.
function readingsOf(civil, zone, where) {
  const [before, after] = [offsetAt(civil - day, zone, where), offsetAt(civil + day, zone, where)];
  const fitting = [before, after]
    .map((offset) => civil - offset)
    .filter((instant) => offsetAt(instant, zone, where) === civil - instant);
  return (fitting.length > 0 ? [Math.min(...fitting), Math.max(...fitting)] : [civil - before, civil - before]).map(instantAt);
}

/** A date of the years 1 to 9998 such as 2030-03-01, as if in UTC. */
export function dateOf(text, where) {
  const [, y, m, d] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text ?? '') ?? [];
  const civil = y === undefined ? NaN : civilOf(Number(y), Number(m), Number(d));
  if (Number.isNaN(civil) || y === '0000' || y === '9999' || new Date(civil).toISOString().slice(0, 10) !== text)
    throw new Fault(where, `expected a date such as 2030-03-01, found '${text}'`);
  return civil;
}

/** A clock time to the minute; 24:00 is the end of its day. */
export function timeOf(text, where) {
  const [, date, h, m] = /^([0-9-]{10})T([0-9]{2}):([0-9]{2})$/.exec(text ?? '') ?? [];
  if (date === undefined || Number(m) > 59 || Number(h) > 24 || (h === '24' && m !== '00'))
    throw new Fault(where, `expected a clock time such as 2030-03-01T23:10, found '${text}'`);
  return dateOf(date, where) + Number(h) * 60 * minute + Number(m) * minute;
}

/** The time of a date, a month or a year, or the instant of a clock time. */
export function timesOf(text, zone, where) {
  const [, y, m] = /^([0-9]{4})(?:-([0-9]{2}))?$/.exec(text ?? '') ?? [];
  if (y !== undefined) {
    const first = dateOf(`${y}-${m ?? '01'}-01`, where);
    const next = m === undefined ? civilOf(Number(y) + 1, 1, 1) : civilOf(Number(y), Number(m) + 1, 1);
    return daysOf(first, next - day, zone, where);
  }
  if (/^.{10}$/.test(text ?? '')) return daysOf(dateOf(text, where), dateOf(text, where), zone, where);
  const at = instantOf(timeOf(text, where), zone, where);
  return { start: at, end: at };
}

/** An instant in UTC such as 2030-05-11T00:00Z, with seconds or a fraction of them too; null for nothing. */
export function readInstant(text, where) {
  if (text === undefined || text === '') return null;
  const [, to, s, fraction] = /^([0-9-]{10}T[0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?Z$/.exec(text) ?? [];
  if (to === undefined || (s !== undefined && (Number(s) > 59 || (to.slice(11, 13) === '24' && Number(s) + Number(fraction ?? 0) > 0))))
    throw new Fault(where, `expected an instant such as 2030-05-11T00:00Z, found '${text}'`);
  return instantAt(timeOf(to, where) + Number(s ?? 0) * 1000) + BigInt((fraction ?? '').padEnd(9, '0'));
}

/** An instant as answers print it: to the second, and without seconds where they are zero. */
export const instantText = (instant) =>
  new Date(Number(instant / 1_000_000n)).toISOString().replace(/(:[0-9]{2})\.[0-9]{3}Z$/, (_, s) => (s === ':00' ? 'Z' : `${s}Z`));

/** From the first instant of a civil day to the first after the last one. */
export const daysOf = (first, last, zone, where) => ({
  start: instantOf(first, zone, where),
  end: instantOf(last + day, zone, where),
});

/**
 * What the words of a window allow: the widest extent, and as core the part that they certainly cover, or null.
 * @param window from, to, zone and precision as texts, and published as an instant or null.
 * @returns With twice: whether a clock time of it comes twice, and it may be either.
 */
export function windowOf({ from = '', to = '', zone, precision, published }, where) {
  checkZone(zone, where);
  const wrong = (expected, found) => {
    throw new Fault(where, `expected ${expected}, found '${found}'`);
  };
  const both = (text) => readingsOf(timeOf(text, where), zone, where);
  const at = (text) => both(text)[0];
  const whole = (start, end) => ({ start, end, core: { start, end } });
  switch (precision) {
    case 'minute': {
      const [first, last] = [timeOf(from, where), timeOf(to, where)];
      const [from1, from2] = both(from);
      const [to1, to2] = last === first ? [from1 + oneMinute, from2 + oneMinute] : both(to);
      // Of a clock that goes back, 03:50 to 03:10 may be twenty minutes.
      if (to2 <= from1 || (last < first && from1 === from2 && to1 === to2)) wrong(`an end not before the start, ${from}`, to);
      const core = { start: from2 < to2 ? from2 : from1, end: to1 > from1 ? to1 : to2 };
      const twice = core.start !== from1 || core.end !== to2;
      return { start: from1, end: to2, core: core.start < core.end ? core : null, twice };
    }
    case 'about':
      if (to !== '' && to !== from) wrong(`the same as from, ${from}, or nothing`, to);
      return { start: at(from) - halfAnHour, end: both(from)[1] + halfAnHour, core: null, twice: both(from)[0] < both(from)[1] };
    case 'day': {
      const [first, last] = [dateOf(from, where), dateOf(to, where)];
      if (last < first) wrong(`an end not before the start, ${from}`, to);
      const { start, end } = daysOf(first, last, zone, where);
      return whole(start, end);
    }
    case 'within': {
      const until = to === '' ? from : to;
      const [first, last] = [timesOf(from, zone, where), timesOf(until, zone, where)];
      const end = until.length === 16 ? both(until)[1] : last.end;
      if (end <= first.start) wrong(`an end after the start, ${from}`, to);
      return { start: first.start, end, core: null, twice: end > last.end };
    }
    case 'night': {
      const morning = dateOf(to, where);
      if (from !== '' && dateOf(from, where) !== morning - day) wrong("the evening's date or nothing", from);
      const [start, noon] = [-6, 12].map((hour) => instantOf(morning + hour * 60 * minute, zone, where));
      const end = published !== null && published > start && published < noon ? published : noon;
      const [midnight, six] = [0, 6].map((hour) => instantOf(morning + hour * 60 * minute, zone, where));
      const core = { start: later(start, midnight), end: earlier(end, six) };
      return { start, end, core: core.start < core.end ? core : null };
    }
    case 'open_end': {
      if (to !== '') wrong('nothing', to);
      const start = at(from);
      return { start, end: published !== null && published > start ? published : Infinity, core: null };
    }
    case 'unknown':
      if (from !== '' || to !== '') wrong('nothing', from + to);
      return { start: -Infinity, end: published ?? Infinity, core: null };
    default:
      return wrong('a precision', precision);
  }
}

/** The windows of a query over civil days; null where they are more than so many. */
export function windowsOf(first, last, zone, by, truces, most, where) {
  const whole = daysOf(first, last, zone, where);
  if (by === 'total') return [whole];
  if (by === 'phase') return phases(whole, truces);
  const days = { day: 1, week: 7 }[by];
  if (days === undefined) throw new Fault(where, `expected --by day, week, phase or total, found '${by}'`);
  if ((last - first) / (days * day) >= most) return null;
  const windows = [];
  for (let at = first; at <= last; at += days * day) windows.push(daysOf(at, Math.min(at + (days - 1) * day, last), zone, where));
  return windows;
}

// Cut where a truce begins or ceases to bind someone.
function phases(whole, truces) {
  const bounds = truces.flatMap((truce) => truce.inForce);
  const cuts = [...new Set([whole.start, whole.end, ...bounds.flatMap((b) => [b.start, b.end])])]
    .filter((cut) => cut >= whole.start && cut <= whole.end)
    .sort(byInstant);
  return cuts.slice(1).map((end, i) => ({ start: cuts[i], end }));
}
