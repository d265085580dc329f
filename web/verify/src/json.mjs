// JSON in one form only: RFC 8785, restricted to objects, arrays, strings, true and false (docs/record-format.md).

import { Fault, same, textOf, utf8 } from './bytes.mjs';

const deepest = 32;

/** The value of canonical bytes. Doubled members, other orders, blanks, numbers and null all give other bytes or a fault. */
export function parseCanonical(bytes, where) {
  let value;
  try {
    value = JSON.parse(textOf(bytes, where));
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(where, 'expected JSON, found something else');
  }
  if (!same(utf8(canonical(value, where)), bytes)) throw new Fault(where, 'expected the canonical form (RFC 8785)');
  return value;
}

/** The canonical text of a value of the restricted kind. */
export function canonical(value, where = 'JSON', depth = 0) {
  if (value === true || value === false) return String(value);
  if (typeof value === 'string') return quoted(value, where);
  if (depth === deepest) throw new Fault(where, `expected at most ${deepest} levels`);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, where, depth + 1)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    // The default order of sort is by UTF-16 units, as section 3.2.3 has it.
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${quoted(key, where)}:${canonical(value[key], where, depth + 1)}`)
      .join(',')}}`;
  }
  throw new Fault(where, `expected a text, list, map, true or false, found ${value}`);
}

// JSON.stringify escapes as section 3.2.2.2 has it, but for halves of surrogate pairs, which are no Unicode text.
function quoted(text, where) {
  if (!isUnicode(text)) throw new Fault(where, 'expected Unicode text, found half of a surrogate pair');
  return JSON.stringify(text);
}

/** A member that must be a text that is not empty. */
export function textIn(object, name, where) {
  const text = own(object, name);
  if (typeof text !== 'string' || text === '') throw new Fault(where, `expected a text under '${name}', found none`);
  return text;
}

export const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);

export const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether no half of a surrogate pair stands alone. */
export const isUnicode = (text) => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
