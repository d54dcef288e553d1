const shortest = 3;

/** "angemeldet" belongs to "anmelden": the syllable of the participle goes out of its middle. */
const participle = /^(ab|an|auf|aus|ein|nach|um|zu)ge(\p{Letter}{3,})e?t$/u;
/** An "s" is an ending only after these letters: "Hunds" and "Kitas", but not "Haus" and "Ausweis". */
const endings = /(?:ern|em|en|er|es|e|(?<=[abdfghklmnort])s)$/;

/**
 * A light stemmer of German for folded words: inflection off, as often as there is some, then "-ung". It need not find
 * real stems, only the same one for the forms of a word. English plurals fall off by the same rule.
 */
export function stem(folded: string): string {
  let word = folded.replace(participle, "$1$2");
  for (let shorter = word.replace(endings, ""); ; shorter = word.replace(endings, "")) {
    if (shorter === word || shorter.length < shortest) break;
    word = shorter;
  }
  const noun = word.replace(/ung$/, "");
  return noun.length < shortest ? word : noun;
}
