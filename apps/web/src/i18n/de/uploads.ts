export const uploads = {
  optional: "(freiwillig)",
  pick: "Dateien auswählen",
  pickMore: "Weitere Dateien auswählen",
  camera: "Foto machen",
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
  room: "Alle Dateien zusammen dürfen 5 Gigabyte groß sein. Davon sind noch {left} frei. Später können Sie noch einmal so viel nachreichen.",
  roomLater: "Alles, was Sie nachreichen, darf zusammen 5 Gigabyte groß sein. Davon sind noch {left} frei.",
  left: {
    moments: "noch ein paar Sekunden",
    seconds: "noch etwa {seconds} Sekunden",
    minute: "noch etwa eine Minute",
    minutes: "noch etwa {minutes} Minuten",
  },
  elsewherePicked: "Auf einem anderen Gerät ausgewählt. Hier fehlt diese Datei noch.",
  state: {
    preparing: "Wird auf diesem Gerät verschlüsselt, {percent} %",
    waiting: "Liegt verschlüsselt auf diesem Gerät bereit.",
    sending: "Wird verschlüsselt übertragen, {sent} von {total}",
    paused: "Pausiert. Was schon übertragen ist, bleibt erhalten.",
    offline: "Wartet auf Verbindung. Es geht von selbst weiter, sobald Sie online sind.",
    busy: "Gerade ist sehr viel los. Es geht gleich von selbst weiter. Was schon übertragen ist, bleibt erhalten.",
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
    noRoomLeft:
      "Diese Datei ist {size} groß, frei sind noch {left}: Alle Dateien zusammen dürfen 5 Gigabyte groß sein. Bitte entfernen Sie eine andere, oder verkleinern Sie diese.",
    unreadable:
      "Diese Datei lässt sich nicht lesen. Vielleicht wurde sie verschoben. Bitte wählen Sie sie noch einmal aus.",
    other: "Diese Art von Datei nimmt die Stelle nicht an. Bitte wählen Sie eine PDF-Datei oder ein Foto.",
    program: "Das ist ein Programm. Es bleibt auf Ihrem Gerät. Bitte wählen Sie eine PDF-Datei oder ein Foto.",
    archive:
      "Das ist ein Archiv mit mehreren Dateien. Bitte packen Sie es aus, und wählen Sie die Dateien einzeln aus.",
    office:
      "Das ist eine Datei aus einem Büroprogramm. Bitte speichern Sie sie dort als PDF, und wählen Sie die PDF-Datei aus.",
    word: "Das ist eine Word-Datei. Bitte speichern Sie sie in Word als PDF, und wählen Sie die PDF-Datei aus.",
    sheet: "Das ist eine Excel-Datei. Bitte speichern Sie sie in Excel als PDF, und wählen Sie die PDF-Datei aus.",
    slides: "Das ist eine Präsentation. Bitte speichern Sie sie als PDF, und wählen Sie die PDF-Datei aus.",
    macros:
      "Das ist eine Büro-Datei mit Makros, also mit kleinen Programmen. Bitte speichern Sie sie als PDF, und wählen Sie die PDF-Datei aus.",
    cutShort: "Diese Datei ist unvollständig. Bitte öffnen Sie das Original, und speichern Sie es noch einmal als PDF.",
    script:
      "In dieser PDF-Datei steckt ein kleines Programm. Bitte öffnen Sie sie, wählen Sie „Drucken“ und dann „Als PDF speichern“. Die neue Datei können Sie auswählen.",
    attachment:
      "In dieser PDF-Datei stecken andere Dateien. Bitte öffnen Sie sie, wählen Sie „Drucken“ und dann „Als PDF speichern“. Die neue Datei können Sie auswählen.",
    connection:
      "Diese PDF-Datei baut von selbst Verbindungen auf. Bitte öffnen Sie sie, wählen Sie „Drucken“ und dann „Als PDF speichern“. Die neue Datei können Sie auswählen.",
    form: "Diese PDF-Datei ist ein Formular, das nur ein einziges Programm lesen kann. Bitte öffnen Sie sie dort, wählen Sie „Drucken“ und dann „Als PDF speichern“. Die neue Datei können Sie auswählen.",
  },
  photos: {
    picked: "Ausgewählte Fotos: {count}.",
    title: "Seiten aus Ihren Fotos: {count}",
    hint: "Daraus wird eine PDF-Datei. Aufnahmeort, Zeit und Gerät stehen nicht mehr darin.",
    page: "Seite {number}",
    pageOf: "Seite {number} von {of}",
    turn: "Drehen",
    turned: "Seite {number} ist gedreht.",
    crop: "Zuschneiden",
    cropOf: "Seite {number} zuschneiden",
    cropHint: "Wie viel soll an jeder Seite weg? Was abgeschnitten ist, steht nicht in der PDF-Datei.",
    side: { top: "Oben", right: "Rechts", bottom: "Unten", left: "Links" },
    percent: "{percent} Prozent",
    cropDone: "Fertig",
    cropNothing: "Nichts abschneiden",
    cropped: "Seite {number} ist zugeschnitten.",
    uncropped: "Von Seite {number} wird nichts abgeschnitten.",
    up: "Nach vorn",
    down: "Nach hinten",
    moved: "Seite {number} ist jetzt Seite {to} von {of}.",
    removed: "Seite {number} ist entfernt.",
    blurred: "Seite {number} ist vielleicht schwer lesbar. Neu aufnehmen?",
    retake: "Neu aufnehmen",
    retaken: "Seite {number} ist durch das neue Foto ersetzt.",
    accept: "So lassen",
    accepted: "Seite {number} bleibt, wie sie ist.",
    make: "Als PDF hinzufügen",
    making: "Wird zur PDF-Datei …",
    done: "Die Fotos sind jetzt eine PDF-Datei.",
    doneWithPlaces:
      "Die Fotos sind jetzt eine PDF-Datei. Fotos, aus denen wir den Aufnahmeort entfernt haben: {count}.",
    unreadable:
      "{name}: Dieses Foto kann Ihr Browser nicht lesen. Bitte speichern Sie es als JPEG, oder machen Sie das Foto hier.",
  },
} as const;
