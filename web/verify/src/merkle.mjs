// RFC 6962 Merkle trees: hashes of leaves and nodes, roots, and inclusion proofs as RFC 9162, section 2.1.3.2 checks them.

import { join, same, sha256 } from './bytes.mjs';

export const leafHash = (bytes) => sha256(join(Uint8Array.of(0), bytes));

const nodeHash = (left, right) => sha256(join(Uint8Array.of(1), left, right));

/** The root over all leaves: the tree is split at the largest power of two below their number. */
export async function rootOf(leaves) {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  let level = leaves;
  // Pairing from the left and carrying an odd node up gives the same tree as the split does.
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i + 1 < level.length; i += 2) above.push(await nodeHash(level[i], level[i + 1]));
    if (level.length % 2 === 1) above.push(level.at(-1));
    level = above;
  }
  return level[0];
}

/** Whether the proof leads from an older tree to a newer one that begins with it (RFC 9162, section 2.1.4.2). */
export async function isConsistent(older, newer, proof) {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && same(older.root, await rootOf([]));
  const half = (n) => Math.floor(n / 2);
  let [fn, sn] = [older.size - 1, newer.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  // A complete older tree is a node of the newer one, and its own root begins the proof.
  const path = fn === 0 ? [older.root, ...proof] : proof;
  if (path.length === 0) return false;
  let [fr, sr] = [path[0], path[0]];
  for (const p of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [await nodeHash(p, fr), await nodeHash(p, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = await nodeHash(sr, p);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && same(fr, older.root) && same(sr, newer.root);
}

/** Whether the proof leads from the leaf at the index to the root of a tree of the size. */
export async function isIncluded(leaf, index, size, proof, root) {
  if (index >= size) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  const half = (n) => Math.floor(n / 2);
  for (const p of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = await nodeHash(p, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = await nodeHash(hash, p);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && same(hash, root);
}
