// Civil times of the case format as half-open intervals (docs/time.md), in milliseconds since 1970. Zones are the browser's.

import { Fault } from './bytes.mjs';

const minute = 60_000;
const day = 1440 * minute;
const formats = new Map();

function formatOf(zone, where) {
  if (!formats.has(zone)) {
    try {
      formats.set(
        zone,
        new Intl.DateTimeFormat('en-US', {
          timeZone: zone,
          hourCycle: 'h23',
          era: 'short',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        }),
      );
    } catch {
      throw new Fault(where, `expected an IANA zone, found '${zone}'`);
    }
  }
  return formats.get(zone);
}

function offsetAt(instant, zone, where) {
  const parts = Object.fromEntries(
    formatOf(zone, where)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - instant;
}

/** The instant of a civil time given as if in UTC: the earlier where it comes twice, moved on by the gap where it is skipped. */
export function instantOf(civil, zone, where) {
  const [before, after] = [offsetAt(civil - day, zone, where), offsetAt(civil + day, zone, where)];
  const fitting = [before, after]
    .map((offset) => civil - offset)
    .filter((instant) => offsetAt(instant, zone, where) === civil - instant);
  return fitting.length > 0 ? Math.min(...fitting) : civil - before;
}

/** A date such as 2030-03-01, as if in UTC. */
export function dateOf(text, where) {
  const [, y, m, d] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text ?? '') ?? [];
  const civil = Date.UTC(y, m - 1, d);
  if (Number.isNaN(civil) || new Date(civil).toISOString().slice(0, 10) !== text)
    throw new Fault(where, `expected a date such as 2030-03-01, found '${text}'`);
  return civil;
}

function timeOf(text, where) {
  const [, date, h, m, s] = /^([0-9-]{10})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$/.exec(text ?? '') ?? [];
  const fits =
    date !== undefined &&
    Number(m) < 60 &&
    Number(s ?? 0) < 60 &&
    (Number(h) < 24 || (h === '24' && Number(m) === 0 && Number(s ?? 0) === 0));
  if (!fits) throw new Fault(where, `expected a clock time such as 2030-03-01T23:10, found '${text}'`);
  return dateOf(date, where) + Number(h) * 60 * minute + Number(m) * minute + Number(s ?? 0) * 1000;
}

/** An instant in UTC such as 2030-05-11T00:00Z, or null for nothing. */
export function readInstant(text, where) {
  if (text === undefined || text === '') return null;
  if (!text.endsWith('Z')) throw new Fault(where, `expected an instant such as 2030-05-11T00:00Z, found '${text}'`);
  return timeOf(text.slice(0, -1), where);
}

/** An instant as answers print it: without seconds where they are zero. */
export const instantText = (instant) =>
  new Date(instant).toISOString().replace(/(:[0-9]{2})\.000Z$/, (_, s) => (s === ':00' ? 'Z' : `${s}Z`));

/** From the first instant of a civil day to the first after the last one. */
export const daysOf = (first, last, zone, where) => ({
  start: instantOf(first, zone, where),
  end: instantOf(last + day, zone, where),
});

/** The widest extent that the words of a window allow. */
export function extentOf({ from, to, zone, precision, published }, where) {
  const known = readInstant(published, where);
  const at = (text) => instantOf(timeOf(text, where), zone, where);
  switch (precision) {
    case 'minute':
      return { start: at(from), end: from === to ? at(from) + minute : at(to) };
    case 'about':
      return { start: at(from) - 30 * minute, end: at(from) + 30 * minute };
    case 'day':
      return daysOf(dateOf(from, where), dateOf(to, where), zone, where);
    case 'night': {
      const morning = dateOf(to, where);
      const start = instantOf(morning - 6 * 60 * minute, zone, where);
      const end = instantOf(morning + 12 * 60 * minute, zone, where);
      return { start, end: known !== null && known > start && known < end ? known : end };
    }
    case 'open_end':
      return { start: at(from), end: known !== null && known > at(from) ? known : Infinity };
    case 'unknown':
      return { start: -Infinity, end: known ?? Infinity };
    default:
      throw new Fault(where, `expected a precision, found '${precision}'`);
  }
}

/** The windows of a query over civil days. */
export function windowsOf(first, last, zone, by, truces, where) {
  const whole = daysOf(first, last, zone, where);
  if (by === 'total') return [whole];
  if (by === 'phase') return phases(whole, truces, where);
  const days = { day: 1, week: 7 }[by];
  if (days === undefined) throw new Fault(where, `expected --by day, week, phase or total, found '${by}'`);
  const windows = [];
  for (let at = first; at <= last; at += days * day) windows.push(daysOf(at, Math.min(at + (days - 1) * day, last), zone, where));
  return windows;
}

// Cut where a truce begins or ceases to bind someone.
function phases(whole, truces, where) {
  const bounds = truces.flatMap((truce) => truce.in_force ?? []).map((window) => extentOf(window, where));
  const cuts = [...new Set([whole.start, whole.end, ...bounds.flatMap((b) => [b.start, b.end])])]
    .filter((cut) => cut >= whole.start && cut <= whole.end)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => ({ start: cuts[i], end }));
}
