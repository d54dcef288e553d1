export const receiptCode = {
  title: "Code zum Prüfen dieses Belegs",
  description:
    "QR-Code mit dem Link zur Seite „Beleg prüfen“. Darin stehen Nummer, Zeit, Umfang und Prüfzahlen, kein Inhalt.",
  text: "Wer diesen Code scannt, prüft den Beleg auf dem eigenen Gerät. Darin stehen Nummer, Zeit, Umfang und Prüfzahlen, kein Inhalt.",
  tooLong:
    "Dieser Beleg nennt zu viele Teile für einen Code. Speichern Sie ihn im Vorgang als Datei: Auch sie lässt sich prüfen.",
  check: "Beleg prüfen",
  print: "Beleg drucken",
} as const;
