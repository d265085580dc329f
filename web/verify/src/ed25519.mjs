// Ed25519 (RFC 8032) by WebCrypto, with what libsodium refuses refused here too.

import { hexOf } from './bytes.mjs';

// Encodings of points of small order, without the sign bit: under such a key everyone can sign.
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

const isSmall = (point) => {
  const plain = Uint8Array.from(point);
  plain[31] &= 0x7f;
  return smallOrder.has(hexOf(plain));
};

/** A key to verify with; null where the bytes are none. Under one of small order nothing is signed. */
export async function importKey(bytes) {
  if (bytes.length !== 32) return null;
  try {
    return { small: isSmall(bytes), key: await crypto.subtle.importKey('raw', bytes, { name: 'Ed25519' }, false, ['verify']) };
  } catch {
    return null;
  }
}

/** Whether the signature of 64 bytes is one of the message by the key. */
export async function isSignedBy({ small, key }, signature, message) {
  if (small || signature.length !== 64 || isSmall(signature.subarray(0, 32))) return false;
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message);
}
