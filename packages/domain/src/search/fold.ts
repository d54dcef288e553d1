/** Letters that are no mark on another letter, so that normalising leaves them alone. */
const plainLetters: Readonly<Record<string, string>> = { ß: "ss", ł: "l", đ: "d", ø: "o", æ: "a", œ: "o", ı: "i" };

/**
 * "Straße", "strasse" and "STRASSE" are one word to somebody who searches, and so are "Führer", "Fuehrer" and "Fuhrer".
 * An "ue" after a, e or q is two sounds ("bauen", "Steuer", "Quelle") and stays.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[ßłđøæœı]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/ae/g, "a")
    .replaceAll(/oe/g, "o")
    .replaceAll(/(?<![aeq])ue/g, "u");

/** The folded words of a text. Everything that is neither letter nor digit separates them. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== "");
