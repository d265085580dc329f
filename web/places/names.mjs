// How names of regions are compared, so that the lists of several makers can be joined.

// Words for the kind of a region, and articles. They are left out where names are compared.
const kinds = new Set(("province provincia provincie provins provinsi region regiao regione regie state states estado etat department departamento " +
  "departement district distrito distrikt governorate gouvernorat muhafazat muhafazah oblast oblasts oblys krai county comte canton kanton kraj " +
  "prefecture prefectura municipality municipio municipiul commune communa city capital federal republic wilaya wilayat wilayah gobernacion " +
  "emirate parish division territory autonomous administrative area rayon raion atoll island islands council borough london unitary authority " +
  "metropolitan zone cercle judet judetul zupanija megye voivodeship wojewodztwo vilayet of the and de del di da do dos das du des la le les el al ad an ar as ash at az aj " +
  "y e et i oblysy oblisi voblasts voblasc voblasts' aymag aimag viloyati opstina grad shi sheng").split(" "));

/** Letters alone, without marks: "Şaʻdah" and "Sa'dah" are one. */
export const plain = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’‘ʻʿʾ`´ʼ]/g, "")
  .replace(/ı/g, "i").replace(/ø/gi, "o").replace(/ß/g, "ss").replace(/æ/gi, "ae").replace(/đ/gi, "d").replace(/ł/gi, "l").replace(/ə/gi, "a");

/** The same with the letters of ASCII only, as data sets write it; null where the name is in another script. */
export function ascii(name) {
  const text = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘ʻʿʾ`´ʼ]/g, "'").replace(/ı/g, "i").replace(/ø/g, "o").replace(/Ø/g, "O")
    .replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/Æ/g, "Ae").replace(/đ/g, "d").replace(/Đ/g, "D").replace(/ł/g, "l").replace(/Ł/g, "L").replace(/ə/g, "a").replace(/[–—]/g, "-");
  return /^[\x20-\x7e]+$/.test(text) ? text : null;
}

/** What two names of one region have in common: words without kinds, in order. */
export function keyOf(name) {
  const words = plain(name).toLowerCase().replace(/&/g, " and ").replace(/\(.*?\)|\[.*?\]/g, " ").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const kept = words.filter((w) => !kinds.has(w));
  return (kept.length > 0 ? kept : words).join("");
}

/** How many letters have to change, at most `most` + 1. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
