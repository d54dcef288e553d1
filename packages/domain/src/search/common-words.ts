import { wordsOf } from "./fold.ts";
import { stem } from "./stem.ts";

/**
 * Words that say nothing about which service is meant, folded; a search drops them, and titles are not measured by them.
 * Whole words and not stems: the English "and" would swallow "ändern".
 */
export const emptyWords: ReadonlySet<string> = new Set(
  wordsOf(`
  aber als am amt an antrag anträge auch auf aus behörde bei bekommen beantragen beantragung bin bitte brauche brauchen da das
  dass dem den der des deutschland die doch du durch ein eine einem einen einer eines er es formular für geht gern haben habe hat
  her hier ich ihr ihre ihren im in ins ist kann kein keine man mein meine meinem meinen meiner mich mir mit möchte muss
  müssen neu nach nicht noch nur ob oder online per sein sich sie sind so soll suche über um und uns unser von vom vor wann was
  weil welche wenn wer werden wie will wir wird wo woher wohin zu zum zur zuständig zuständige
  a an and apply application at by can do for form from get have how i if is it me my need no of office on or our please the
  this to want we what when where which who with you your
`),
);

/** What one does with a thing. "Anmelden" alone names no service; beside "Hund" it chooses between two. */
export const actionWords: ReadonlySet<string> = new Set(
  wordsOf(`
  abmelden ändern anfordern anmelden einlegen einreichen holen machen melden nachreichen sagen schicken sperren umtauschen
  verlängern
  change deregister exchange extend order register report send
`).map(stem),
);
