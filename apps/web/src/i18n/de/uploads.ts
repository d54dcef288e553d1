export const uploads = {
  optional: "(freiwillig)",
  pick: "Dateien auswählen",
  pickMore: "Weitere Dateien auswählen",
  drop: "Oder Dateien hierher ziehen",
  listOf: "Ausgewählt für: {slot}",
  picked: "Ausgewählt: {count}.",
  spoken: "{name}: {state}",
  pause: "Pause",
  pauseNamed: "Pause: {name}",
  goOn: "Fortsetzen",
  goOnNamed: "Fortsetzen: {name}",
  retryNamed: "Nochmal versuchen: {name}",
  remove: "Entfernen",
  removeNamed: "{name} entfernen",
  removed: "{name} ist entfernt.",
  undo: "Rückgängig",
  undoNamed: "Rückgängig: {name} entfernen",
  pickAgain: "Noch einmal auswählen",
  pickAgainNamed: "Noch einmal auswählen: {name}",
  noRoom:
    "Auf diesem Gerät ist nicht genug Platz, um die Datei aufzuheben. Bitte lassen Sie diese Seite offen, bis alles übertragen ist. Sonst wählen Sie die Datei später noch einmal aus.",
  elsewhereTitle: "Ihre Unterlagen sind in einem anderen Fenster offen.",
  elsewhere:
    "Machen Sie dort weiter, oder schließen Sie es. Dann geht es hier von selbst weiter. Es geht nichts verloren.",
  left: {
    moments: "noch ein paar Sekunden",
    seconds: "noch etwa {seconds} Sekunden",
    minute: "noch etwa eine Minute",
    minutes: "noch etwa {minutes} Minuten",
  },
  state: {
    preparing: "Wird auf diesem Gerät verschlüsselt, {percent} %",
    waiting: "Liegt verschlüsselt auf diesem Gerät bereit.",
    sending: "Wird verschlüsselt übertragen, {sent} von {total}",
    paused: "Pausiert. Was schon übertragen ist, bleibt es.",
    offline: "Wartet auf Verbindung. Es geht von selbst weiter, sobald Sie online sind.",
    retrying: "Die Verbindung stockt. Wir versuchen es von selbst noch einmal.",
    missing:
      "Diese Datei liegt nicht mehr auf diesem Gerät. Bitte wählen Sie sie noch einmal aus, dann geht es weiter.",
    other:
      "Das war eine andere Datei oder eine geänderte. Bitte wählen Sie dieselbe aus, oder entfernen Sie diese hier.",
    transferred: "Übertragen und geprüft. Noch nicht abgeschickt.",
  },
  flag: {
    password:
      "Diese Datei ist mit einem Passwort gesichert. Braucht man es zum Öffnen, kann die Stelle sie nicht lesen. Speichern Sie sie dann bitte ohne Passwort. Unterwegs ist sie trotzdem sicher: Wir verschließen sie für Sie.",
  },
  refused: {
    named: "{name}: {fault}",
    tooMany:
      "Hier passen höchstens {max} Dateien hin. Entfernen Sie bitte eine andere, oder fassen Sie mehrere zusammen.",
    empty: "Diese Datei ist leer. Bitte wählen Sie eine andere.",
    tooLarge: "Diese Datei ist {size} groß, möglich sind 2 Gigabyte. Bitte verkleinern oder teilen Sie sie.",
    notPdf: "Das ist keine PDF-Datei. Bitte speichern Sie Ihr Dokument als PDF, und wählen Sie es noch einmal aus.",
    cutShort:
      "Diese PDF-Datei ist unvollständig. Bitte öffnen Sie das Original, und speichern Sie es noch einmal als PDF.",
  },
} as const;
