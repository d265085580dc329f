// Bytes, texts and hashes. What is wrong with a bundle is thrown as a Fault: which file of it, and what was expected and found.

export class Fault extends Error {
  constructor(where, what) {
    super(`${where}: ${what}`);
    this.where = where;
    this.what = what;
  }
}

export const utf8 = (text) => new TextEncoder().encode(text);

/** The text of UTF-8 bytes; a byte order mark is kept, other bytes are a fault. */
export function textOf(bytes, where) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault(where, 'expected UTF-8, found other bytes');
  }
}

export const hexOf = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

export const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

export function base64Of(bytes) {
  let letters = '';
  for (const b of bytes) letters += String.fromCharCode(b);
  return btoa(letters);
}

/** The bytes of base64 (RFC 4648, section 4) in its one canonical form; null for any other text. */
export function fromBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return base64Of(bytes) === text ? bytes : null;
}

export function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A decimal number without sign and leading zeroes, up to 2^53 - 1; null for any other text. */
export function decimal(text) {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

/** A text found, cut to a length that fits into a message. */
export const shown = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
