export const receiptCheck = {
  title: "Beleg prüfen",
  lead: "Ein Beleg zeigt, was wann bei einer Behörde eingegangen ist. Ihr Gerät prüft ihn hier selbst. Der Beleg wird dabei nicht gesendet; wir erfahren nur, nach welcher Behörde gefragt wird.",
  checking: "Ihr Gerät prüft den Beleg …",
  provenTitle: "Der Beleg ist echt und unverändert.",
  provenText:
    "Unterschrieben hat ihn ein Schlüssel, für den die Behörde zu dieser Zeit gebürgt hat. Ob es wirklich diese Behörde ist, zeigt die Kennzahl: Vergleichen Sie sie mit einem Schreiben der Behörde.",
  consistentTitle: "Der Beleg ist in sich stimmig. Die Kennzahl ist noch nicht verglichen.",
  consistentText:
    "Ohne Verbindung sehen wir nicht, ob die Kennzahl zu dieser Behörde gehört; den Namen einer Behörde kann jeder in eine Datei schreiben. Vergleichen Sie die Kennzahl unten mit einem Schreiben der Behörde, oder öffnen Sie die Datei noch einmal, sobald Sie wieder Internet haben.",
  reference: "Vorgangsnummer",
  receivedAt: "Eingegangen",
  moment: "{date}, {time} Uhr",
  parts: "Umfang",
  partsText: "Dateien: {documents}, Nachrichten: {messages}",
  size: "Größe, verschlossen",
  contents: "Prüfzahl des Inhalts",
  authority: "Behörde",
  fingerprint: "Kennzahl der Behörde",
  emptyTitle: "Noch kein Beleg",
  emptyText:
    "Scannen Sie den Code auf dem Papier, oder öffnen Sie die gespeicherte Beleg-Datei. Eine Datei prüft Ihr Gerät auch ohne Internet, solange diese Seite offen ist; die Kennzahl der Behörde vergleichen Sie dann selbst.",
  file: "Gespeicherter Beleg",
  fileHint: "Die Datei heißt meist „Empfangsbestaetigung“ und endet auf .json. Sie bleibt auf Ihrem Gerät.",
  fileButton: "Beleg-Datei öffnen",
  fileDrop: "Oder die Datei hierher ziehen",
  refused: {
    malformed: {
      title: "Das ist kein vollständiger Beleg.",
      text: "Der Link oder die Datei ist abgeschnitten oder stammt nicht von hier. Ihre Unterlagen sind davon nicht betroffen. Scannen Sie den Code noch einmal ganz, oder öffnen Sie die gespeicherte Datei.",
    },
    unsigned: {
      title: "Dieser Beleg ist nicht echt.",
      text: "Kein Schlüssel, für den die Behörde zu dieser Zeit gebürgt hat, hat ihn so unterschrieben. Er beweist nichts. Fragen Sie, woher er kommt, oder prüfen Sie die Bestätigung im Vorgang.",
    },
    otherRoot: {
      title: "Die Behörde nennt einen anderen Schlüssel.",
      text: "Der Beleg gehört zu einer anderen Kennzahl als der, die wir für diese Behörde haben. Verlassen Sie sich nicht auf ihn. Vergleichen Sie ihn mit einem Schreiben der Behörde und rufen Sie dort an.",
    },
    statements: {
      title: "Der Beleg ließ sich nicht beweisen.",
      text: "Was die Behörde über ihre Schlüssel unterschrieben hat, passt nicht zu diesem Beleg oder zu seiner Zeit. Der Beleg ist deshalb nicht falsch. Versuchen Sie es mit der gespeicherten Datei, oder fragen Sie bei der Behörde nach.",
    },
    unknownAuthority: {
      title: "Diese Behörde kennen wir nicht.",
      text: "Der Beleg nennt eine Behörde, die hier nicht angeschlossen ist. Bewiesen ist damit nichts. Prüfen Sie ihn dort, wo er ausgestellt wurde, oder fragen Sie bei der Behörde nach.",
    },
    unreachable: {
      title: "Keine Verbindung.",
      text: "Der Beleg ist noch nicht geprüft: Für einen Code brauchen wir die Schlüssel der Behörde aus dem Netz. Der Beleg bleibt auf Ihrem Gerät. Versuchen Sie es noch einmal, oder öffnen Sie die gespeicherte Datei; dann vergleichen Sie die Kennzahl selbst.",
    },
    failed: {
      title: "Das hat nicht geklappt.",
      text: "Geprüft ist noch nichts, und der Beleg ist auf Ihrem Gerät geblieben. Versuchen Sie es in einigen Minuten noch einmal.",
    },
  },
} as const;
