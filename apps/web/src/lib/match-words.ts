/** "Straße", "strasse" and "STRASSE" are one word to somebody who searches; so are "Kita" and "kíta". */
const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "");

/** True when each word that was typed is part of the texts, in any order; nothing typed fits everything. */
export function matchesWords(typed: string, texts: readonly string[]): boolean {
  const haystack = fold(texts.join(" "));
  return fold(typed)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .every((word) => haystack.includes(word));
}
