// The rules of a record, by the order of the log (docs/record-format.md). Claimed times play no part in any of them.

import { Fault, fromBase64 } from './bytes.mjs';
import { importKey } from './ed25519.mjs';
import { isEntrySignedBy, keyIdOf, mayBeChanged } from './entry.mjs';
import { own, textIn } from './json.mjs';

const headName = 'case\n';

/** Goes through entries in the order of the log; what is left is the keys, and what became of each entry. */
export class Rules {
  origin = null;
  keys = new Map();
  states = new Map();
  #byLeaf = new Map();
  #byItem = new Map();
  #commitments = new Map();
  #heads = [];
  /** The last running number and how many there are, by source and submitter. */
  numbers = new Map();

  async take(index, entry, leaf, where) {
    if (this.#byLeaf.has(leaf)) throw new Fault(where, `expected a new entry, found entry ${this.#byLeaf.get(leaf)} again`);
    if (entry.isSealed && this.states.size > 0) {
      if (entry.record !== this.origin)
        throw new Fault(where, `expected an entry for the record ${this.origin}, found one for ${entry.record}`);
      this.#commit(index, entry, where);
      this.#place(index, entry, null, where);
      this.#byLeaf.set(leaf, index);
      return;
    }
    const signer = this.states.size === 0 ? await this.#opening(index, entry, where) : this.#signer(entry, where);
    this.#count(entry, where);
    if (!(await isEntrySignedBy(entry, signer.key)))
      throw new Fault(where, `its signature is not one of this entry by the key ${entry.key}`);
    if (entry.kind === 'record') this.#open(entry, signer, where);
    if (entry.kind === 'key') await this.#change(index, entry, signer, where);
    this.#commit(index, entry, where);
    this.#place(index, entry, signer, where);
    this.#byLeaf.set(leaf, index);
  }

  /** Whether the content behind a state's entry is erased: there, or in the first entry with its commitment, whose the content is. */
  isErased({ entry, erased }) {
    return erased || (entry.isProtected && this.states.get(this.#commitments.get(entry.hash).index).erased);
  }

  /** The first entry with a commitment. */
  firstWith(commitment) {
    return this.states.get(this.#commitments.get(commitment).index);
  }

  #count({ number, submitter, item }, where) {
    if (number === undefined) return;
    const of = JSON.stringify([item.source, submitter]);
    const { last, count } = this.numbers.get(of) ?? { last: 0, count: 0 };
    if (number <= last)
      throw new Fault(where, `expected a number above ${last}, the last of ${submitter} for ${item.source}, found ${number}`);
    this.numbers.set(of, { source: item.source, submitter, last: number, count: count + 1 });
  }

  async #opening(index, entry, where) {
    if (index !== 0 || entry.kind !== 'record')
      throw new Fault(where, `expected the entry that opens the record, found the kind ${entry.kind} at index ${index}`);
    const bytes = publicKey(entry.content, where);
    if ((await keyIdOf(bytes)) !== entry.key || textIn(entry.content, 'origin', where) !== entry.record) {
      throw new Fault(
        where,
        'expected the opening entry to be signed by the registrar that it names, for the origin that it names',
      );
    }
    return {
      key: await usable(bytes, where),
      id: entry.key,
      holder: entry.submitter,
      speaksAs: [],
      registrar: true,
      ended: null,
    };
  }

  #open(entry, signer, where) {
    if (this.origin !== null) throw new Fault(where, 'expected no second entry that opens the record');
    this.origin = entry.record;
    this.keys.set(signer.id, signer);
  }

  #signer(entry, where) {
    if (entry.record !== this.origin)
      throw new Fault(where, `expected an entry for the record ${this.origin}, found one for ${entry.record}`);
    const signer = this.keys.get(entry.key);
    if (signer === undefined) throw new Fault(where, `expected a key that is registered before it, found ${entry.key}`);
    if (signer.ended !== null)
      throw new Fault(where, `expected a key that is in use, found ${entry.key}, revoked by entry ${signer.ended}`);
    if (signer.holder !== entry.submitter)
      throw new Fault(where, `expected the submitter ${signer.holder}, who holds the key, found ${entry.submitter}`);
    return signer;
  }

  async #change(index, { content }, signer, where) {
    const action = textIn(content, 'action', where);
    if (action === 'register') {
      if (!signer.registrar) throw new Fault(where, 'expected the registrar to register a key, found another key');
      const speaksAs = own(content, 'speaks_as');
      if (!Array.isArray(speaksAs) || speaksAs.some((s) => typeof s !== 'string'))
        throw new Fault(where, "expected a list of texts under 'speaks_as'");
      const holder = textIn(content, 'holder', where);
      if ([...this.keys.values()].some((k) => k.holder === holder && k.ended === null)) {
        throw new Fault(where, `expected a holder without a key in use, found ${holder}`);
      }
      await this.#add(content, { holder, speaksAs, registrar: false }, where);
    } else if (action === 'rotate') {
      const old = this.#usableBy(textIn(content, 'replaces', where), signer, where);
      await this.#add(content, old, where);
      old.ended = index;
    } else if (action === 'revoke') {
      textIn(content, 'reason', where);
      const old = this.#usableBy(textIn(content, 'revokes', where), signer, where);
      if (old.registrar) throw new Fault(where, "expected the registrar's key to be rotated, not revoked");
      old.ended = index;
    } else {
      throw new Fault(where, `expected the action register, rotate or revoke, found '${action}'`);
    }
  }

  #usableBy(id, signer, where) {
    const key = this.keys.get(id);
    if (key === undefined || key.ended !== null) throw new Fault(where, `expected a key that is in use, found ${id}`);
    if (!signer.registrar && signer.id !== id)
      throw new Fault(where, 'expected the key itself or the registrar to change it, found another key');
    return key;
  }

  async #add(content, like, where) {
    const bytes = publicKey(content, where);
    const id = await keyIdOf(bytes);
    if (this.keys.has(id)) throw new Fault(where, `expected a new key, found ${id}, which is registered already`);
    this.keys.set(id, { ...like, key: await usable(bytes, where), id, ended: null });
  }

  // A commitment is new, as a leaf is; only between two of the first form, which anyone could copy, is a repetition borne.
  #commit(index, { isProtected, bindsCommitment, hash }, where) {
    if (!isProtected) return;
    const before = this.#commitments.get(hash);
    if (before !== undefined && (before.binds || bindsCommitment))
      throw new Fault(where, `expected a new commitment, found that of entry ${before.index}`);
    if (before === undefined) this.#commitments.set(hash, { index, binds: bindsCommitment });
  }

  #place(index, entry, signer, where) {
    const { item } = entry;
    // A case has no id; of what is protected nothing is known, and it may be withdrawn but not corrected.
    const name = !entry.isProtected && (item.id !== '' || item.kind === 'case') ? `${item.kind}\n${item.id}` : null;
    let root = index;
    if (item.of !== null) {
      const target = this.#target(entry, signer, where);
      if (entry.kind === 'erasure') {
        if (!target.entry.isProtected || target.erased)
          throw new Fault(where, `expected a protected content that is not erased, found entry ${target.index}`);
        target.erased = true;
      } else if (entry.kind === 'set_aside') {
        if (target.standing !== 'stands' || !mayBeChanged(target.entry.item.kind))
          throw new Fault(where, `expected an entry of the case that stands, found entry ${target.index}`);
        target.standing = 'set_aside';
        target.changedBy = index;
      } else if (entry.kind === 'withdrawal' && target.entry.kind === 'set_aside') {
        this.#putBack(target.index, where);
        if (target.standing !== 'stands')
          throw new Fault(where, `expected an entry that stands, found entry ${target.index}, ${target.standing} by entry ${target.changedBy}`);
        target.standing = 'withdrawn';
        target.changedBy = index;
        this.#restore(target.index);
      } else {
        // What is set aside can be withdrawn, and not corrected: a correction would put it back.
        if (target.standing !== 'stands' && !(entry.kind === 'withdrawal' && target.standing === 'set_aside'))
          throw new Fault(
            where,
            `expected an entry that stands, found entry ${target.index}, ${target.standing} by entry ${target.changedBy}`,
          );
        if (!mayBeChanged(target.entry.item.kind))
          throw new Fault(where, `expected an entry that may be changed, found entry ${target.index}`);
        if (entry.kind === 'correction' && (name === null || target.name !== name))
          throw new Fault(where, `expected the kind and id of entry ${target.index}`);
        target.standing = entry.kind === 'correction' ? 'corrected' : 'withdrawn';
        target.changedBy = index;
        root = entry.kind === 'correction' ? target.root : index;
        this.#byItem.delete(target.name);
      }
    }
    if (name !== null && this.#byItem.has(name) && !this.#isFree(name)) {
      throw new Fault(
        where,
        `expected a ${item.kind} id that is not in use, found '${item.id}' of entry ${this.#byItem.get(name)}`,
      );
    }
    if (name !== null) this.#byItem.set(name, index);
    if (name === headName) this.#heads.push(index);
    this.states.set(index, { index, entry, name, root, standing: 'stands', changedBy: null, erased: false });
    this.#holdHead();
  }

  // A case has one head. One that is set aside with no version before it would keep the case from ever having another.
  #isFree(name) {
    const held = this.states.get(this.#byItem.get(name));
    return name === headName && held.standing === 'set_aside' && held.root === held.index;
  }

  // The head that stands has its name in use or, where none does, the last one that is set aside.
  #holdHead() {
    const heads = this.#heads.map((index) => this.states.get(index));
    const held = heads.find(({ standing }) => standing === 'stands') ?? heads.findLast(({ standing }) => standing === 'set_aside');
    if (held === undefined) this.#byItem.delete(headName);
    else this.#byItem.set(headName, held.index);
  }

  // Whoever puts a head back must not put it beside another.
  #putBack(aside, where) {
    const head = this.#heads.map((index) => this.states.get(index)).find((state) => state.standing === 'set_aside' && state.changedBy === aside);
    const other = this.#heads.map((index) => this.states.get(index)).find(({ standing }) => standing === 'stands');
    if (head !== undefined && other !== undefined)
      throw new Fault(
        where,
        `expected no other case than that of entry ${head.index}, which it would put back, found that of entry ${other.index}`,
      );
  }

  // Whoever withdraws an entry that sets another aside puts that one back, unless it was withdrawn itself.
  #restore(aside) {
    for (const state of this.states.values()) {
      if (state.standing === 'set_aside' && state.changedBy === aside) {
        state.standing = 'stands';
        state.changedBy = null;
      }
    }
  }

  #target(entry, signer, where) {
    const target = this.states.get(this.#byLeaf.get(entry.item.of));
    if (target === undefined) throw new Fault(where, `expected the hash of an earlier entry under 'of', found ${entry.item.of}`);
    if (entry.kind === 'set_aside' && signer.registrar) return target;
    if (entry.kind === 'set_aside')
      throw new Fault(where, `expected the registrar to set entry ${target.index} aside, found ${entry.submitter}`);
    const source = target.entry.item.source;
    if (
      entry.submitter !== target.entry.submitter &&
      !(source !== '' && signer.speaksAs.includes(source)) &&
      !(entry.kind === 'erasure' && signer.registrar)
    ) {
      throw new Fault(
        where,
        `expected its submitter, ${target.entry.submitter}, or its source to change entry ${target.index}, found ${entry.submitter}`,
      );
    }
    return target;
  }
}

function publicKey(content, where) {
  const bytes = fromBase64(textIn(content, 'public_key', where));
  if (bytes?.length !== 32) throw new Fault(where, "expected an Ed25519 public key of 32 bytes in base64 under 'public_key'");
  return bytes;
}

async function usable(bytes, where) {
  const key = await importKey(bytes);
  if (key === null) throw new Fault(where, 'expected an Ed25519 public key, found other bytes');
  return key;
}
