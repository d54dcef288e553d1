export const services = {
  title: "Was möchten Sie erledigen?",
  filter: "Worum geht es?",
  filterHint: "Gesucht wird auf Ihrem Gerät. Wir erfahren nicht, wonach Sie suchen.",
  count: "{count} Anliegen gefunden",
  countOne: "1 Anliegen gefunden",
  none: "Kein Anliegen passt zu Ihren Wörtern. Nehmen Sie weniger oder andere, oder beschreiben Sie es in eigenen Worten.",
  showAll: "Alle Anliegen zeigen",
  need: "Das brauchen Sie:",
  needNothing: "Sie brauchen keine besonderen Unterlagen.",
  start: "Online erledigen",
  failedTitle: "Die Anliegen lassen sich gerade nicht laden.",
  failedText:
    "Ihre Vorgänge und Unterlagen sind davon nicht betroffen. Laden Sie die Seite bitte in einem Augenblick neu.",
  reload: "Seite neu laden",
  empty: "Hier ist noch kein Anliegen freigeschaltet.",
} as const;
