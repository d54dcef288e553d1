/** What is said here is what `delete-account.test.ts` finds in the tables. */
export const deleteAccount = {
  title: "Konto löschen",
  about: "Was Sie abgeschickt haben, bleibt bei den Stellen. Alles andere verschwindet sofort.",
  toPage: "Konto löschen …",
  lead: "Hier steht, was dann verschwindet, was bleibt und bei wem.",
  tableTitle: "Was mit Ihren Daten geschieht",
  what: "Was",
  when: "Was damit geschieht",
  rows: {
    login: {
      what: "Ihre Anmeldekennung",
      when: "Wird sofort gelöscht. Melden Sie sich später wieder an, sind Sie für uns eine neue Person.",
    },
    keys: {
      what: "Ihre Schlüssel und alle Wege zurück",
      when: "Werden sofort gelöscht. Danach kann niemand mehr etwas mit ihnen öffnen, auch Sie nicht.",
    },
    drafts: {
      what: "Entwürfe und angefangene Übertragungen",
      when: "Werden sofort gelöscht, mit allen Dateien darin.",
    },
    sessions: { what: "Anmeldungen auf allen Geräten", when: "Werden sofort beendet und gelöscht." },
    device: {
      what: "Was dieses Gerät sich merkt",
      when: "Wird sofort gelöscht. Auf anderen Geräten bleibt es verschlüsselt liegen: Begonnenes mit seinen Dateien, bis sich dort nach sieben Tagen wieder jemand anmeldet, und ein Schlüssel, der ohne Ihr Konto nichts öffnet. Soll dort nichts bleiben, wählen Sie dort vorher „Dieses Gerät vergessen“.",
    },
    sent: {
      what: "Abgeschickte Vorgänge: Unterlagen, Nachrichten, Empfangsbestätigungen, Zeitpunkte",
      when: "Bleiben bei der Stelle, weil sie zu ihrer Akte gehören, so lange sie diese aufbewahren muss. Lesen kann sie nur noch die Stelle.",
    },
    publicKeys: {
      what: "Ihre öffentlichen Schlüssel",
      when: "Bleiben bei Ihren Vorgängen: Ohne sie könnte niemand mehr prüfen, was Sie unterschrieben haben. Öffnen lässt sich mit ihnen nichts.",
    },
    audit: {
      what: "Prüfprotokoll: wann Sie sich angemeldet und etwas getan haben",
      when: "Bleibt, so lange es aufbewahrt werden muss. Es kennt eine Zufallsnummer, keinen Namen und keinen Inhalt.",
    },
    log: {
      what: "Öffentliches Schlüsselverzeichnis",
      when: "Nichts zu löschen: Darin stehen nur Schlüssel von Behörden, nichts von Ihnen.",
    },
    backup: {
      what: "Sicherungskopien",
      when: "Enthalten alles noch, bis sie überschrieben sind, in der Regel nach 30 Tagen.",
    },
  },
  finalTitle: "Das lässt sich nicht rückgängig machen.",
  final: "Wir haben keine Kopie Ihrer Schlüssel. Antworten der Stellen erreichen Sie hier dann nicht mehr.",
  cases:
    "Laufende Vorgänge werden dadurch nicht zurückgezogen: Die Stelle sieht, dass Sie hier nicht mehr erreichbar sind, und entscheidet trotzdem.",
  takeAlong: "Zuerst Daten mitnehmen",
  confirm: "Ja, ich möchte mein Konto löschen.",
  confirmMissing: "Bitte bestätigen Sie, dass Sie Ihr Konto löschen möchten.",
  send: "Konto endgültig löschen",
  busy: "Wird gelöscht …",
  failed: "Ihr Konto ist nicht gelöscht.",
  done: "Ihr Konto ist gelöscht.",
  doneText:
    "Ihre Schlüssel, Entwürfe und Anmeldungen gibt es nicht mehr. Was Sie abgeschickt haben, liegt bei den Stellen.",
  doneAgain: "Sie können jederzeit neu anfangen: Mit der nächsten Anmeldung entsteht ein neues, leeres Konto.",
  toStart: "Zur Startseite",
} as const;
