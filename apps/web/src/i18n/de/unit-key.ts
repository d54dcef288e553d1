export const unitKey = {
  title: "Schlüssel der Stelle",
  when: "Ein neuer Schlüssel ist nötig, wenn jemand die Stelle verlassen hat oder ein Gerät mit dem Schlüssel in fremde Hände geraten ist.",
  due: "Diese Stelle braucht einen neuen Schlüssel.",
  dueText:
    "Nicht mehr in dieser Stelle: {posts}. Zugriff haben diese Personen hier keinen mehr. Mit einem neuen Schlüssel öffnet ihnen der alte auch dann nichts, was danach beginnt, wenn sie auf anderem Weg an verschlossene Daten kämen.",
  firstWhen:
    "Diese Stelle hat noch keinen Schlüssel. Bis der erste unterschrieben ist, kommt kein Vorgang zu ihr. Vorschlagen kann ihn eine Person der Stelle.",
  proposeFirst: "Ersten Schlüssel vorschlagen",
  firstStep1: "Ihr Gerät erzeugt den Schlüssel und verschließt ihn für Sie allein.",
  firstStep2:
    "Sie lesen der Schlüsselstelle Ihrer Behörde zweimal sechzig Ziffern vor: die des Schlüssels und Ihre eigenen, die unten auf dieser Seite stehen. Sie vergleicht beide und unterschreibt.",
  firstStep3:
    "Danach geben Sie den Schlüssel hier an die anderen aus der Stelle weiter. Tun Sie das bald: Bis dahin sind Sie die einzige Person, die lesen kann.",
  firstProposed: "Der erste Schlüssel ist vorgeschlagen. Die Schlüsselstelle muss ihn unterschreiben.",
  firstOpenTitle: "Der erste Schlüssel wartet auf die Schlüsselstelle.",
  firstOpenText: "Vorgeschlagen von {post}, {at}. Bis er unterschrieben ist, kommt nichts zu dieser Stelle.",
  firstNotForYou:
    "Sie bekommen ihn danach von dieser Person. Zurücknehmen kann ihn nur sie; wer Ihre Behörde verwaltet, kann sie aus der Stelle entfernen.",
  firstDigitsText:
    "Lesen Sie der Schlüsselstelle diese Ziffern vor, unter einer Nummer, die Sie schon kennen, und danach Ihre eigenen unten auf dieser Seite.",
  firstWithdrawn: "Der Vorschlag ist zurückgenommen. Sie können einen neuen machen.",
  propose: "Neuen Schlüssel vorschlagen",
  askTitle: "So geht es weiter",
  step1:
    "Ihr Gerät erzeugt den neuen Schlüssel und verschließt ihn für alle aus der Stelle, die im unterschriebenen Verzeichnis stehen.",
  step2:
    "Sie lesen der Schlüsselstelle Ihrer Behörde sechzig Ziffern vor. Sie vergleicht und unterschreibt. Bis dahin gilt der jetzige Schlüssel, und niemand muss warten.",
  step3:
    "Danach verschließen Sie hier die offenen Vorgänge mit dem neuen Schlüssel. Was abgeschlossen ist, bleibt unter dem alten und für die Stelle lesbar.",
  leftOut:
    "Noch nicht im Verzeichnis: {posts}. Diese Personen bekommen den neuen Schlüssel erst danach, von Ihnen oder jemandem aus der Stelle. Besser ist es, die Schlüsselstelle nimmt sie zuerst auf.",
  proposeNow: "Jetzt vorschlagen",
  proposing: "Wird erzeugt und verschlossen …",
  proposed: "Der neue Schlüssel ist vorgeschlagen. Die Schlüsselstelle muss ihn unterschreiben.",
  openTitle: "Ein neuer Schlüssel wartet auf die Schlüsselstelle.",
  openText: "Vorgeschlagen von {post}, {at}. Bis er unterschrieben ist, gilt der jetzige.",
  notForYou:
    "Für Sie ist er nicht verschlossen, weil Ihre Schlüssel nicht im unterschriebenen Verzeichnis stehen. Sie bekommen ihn danach von einer Person aus Ihrer Stelle.",
  digits: "Ziffern des neuen Schlüssels",
  digitsText:
    "Diese Ziffern muss auch die Schlüsselstelle vor sich haben. Am besten liest sie jemand vor, der den Schlüssel nicht selbst vorgeschlagen hat, unter einer Nummer, die Sie schon kennen. Ihr Gerät hat sie aus dem Schlüssel selbst berechnet.",
  brokenTitle: "Dieser Vorschlag lässt sich nicht prüfen.",
  brokenText:
    "Was für Sie verschlossen wurde, stammt nicht nachweislich von jemandem aus Ihrer Stelle. Bitte nehmen Sie den Vorschlag zurück und sagen Sie Ihrer Informationssicherheit Bescheid. Der jetzige Schlüssel gilt weiter.",
  losingTitle: "Mit diesem Schlüssel ginge Früheres verloren.",
  losingText:
    "Er öffnet nicht jeden früheren Schlüssel Ihrer Stelle. Bitte nehmen Sie den Vorschlag zurück, und sagen Sie der Schlüsselstelle und Ihrer Informationssicherheit Bescheid. Es ist nichts verloren: Der jetzige Schlüssel gilt weiter.",
  unchecked:
    "Ihnen fehlt der jetzige Schlüssel, deshalb kann Ihr Gerät den neuen nicht prüfen und zeigt keine Ziffern. Das macht eine andere Person aus Ihrer Stelle.",
  closedTitle: "Ein Schlüssel dieser Stelle öffnet sich bei Ihnen nicht.",
  closedText:
    "Es geht um die Nummern: {epochs}. Vorgänge unter diesen Schlüsseln können Sie gerade nicht lesen, alle anderen schon. Bitte sagen Sie Ihrer Informationssicherheit Bescheid. Schlagen Sie keinen neuen Schlüssel vor, bevor das geklärt ist.",
  withdraw: "Vorschlag zurücknehmen",
  withdrawing: "Wird zurückgenommen …",
  withdrawn: "Der Vorschlag ist zurückgenommen. Der jetzige Schlüssel gilt weiter.",
  unsealed: "Offene Vorgänge unter einem früheren Schlüssel: {count}",
  unsealedText:
    "Sie sind lesbar wie immer. Neu verschlossen öffnen sie sich mit dem jetzigen Schlüssel allein, auch für alle, die später dazukommen. Wer den früheren noch hat, könnte sie weiterhin öffnen, wenn er an die verschlossenen Daten käme. Sie können unterbrechen und später fortsetzen, auch an einem anderen Gerät.",
  reseal: "Offene Vorgänge mit dem neuen Schlüssel verschließen",
  resealing: "{done} von {all} Vorgängen bearbeitet. Bitte lassen Sie diese Seite offen.",
  stop: "Unterbrechen",
  resealed: "Fertig. Neu verschlossen: {done}",
  resealedPartly: "Neu verschlossen: {done}. Nicht möglich: {left}. Die Liste steht auf dieser Seite.",
  listTitle: "Noch nicht neu verschlossen",
  untried: "Noch nicht an der Reihe gewesen.",
  wrongTitle: "Dieser Vorgang ist für den jetzigen Schlüssel falsch verschlossen.",
  wrongText:
    "Sie lesen, was die Person selbst für Ihre Stelle verschlossen hat. Es ist nichts verloren. Jemand aus Ihrer Stelle hat beim neuen Verschließen etwas anderes hinterlegt, absichtlich oder durch ein fehlerhaftes Gerät. Bitte sagen Sie Ihrer Informationssicherheit Bescheid.",
  more: "Und weitere: {count}",
} as const;
