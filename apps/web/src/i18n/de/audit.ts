import type { ChainFault } from "@dvd/domain/audit/chain";

/** One line for each kind of record, under its name: the list of the audit page does not compile without. */
const events = {
  account: {
    created: "Konto angelegt",
    renewed: "Neuer Schlüssel für ein Konto",
    objected: "Widerspruch gegen einen neuen Schlüssel",
    deleted: "Konto gelöscht",
  },
  vault: {
    saved: "Schlüsselbund gespeichert",
    released: "Schlüsselbund abgeholt",
  },
  seeds: {
    released: "Schlüssel der Stelle abgeholt",
  },
  way: {
    added: "Weg zurück hinzugefügt",
    removed: "Weg zurück entfernt",
  },
  device: {
    asked: "Neues Gerät hat gefragt",
    answered: "Neues Gerät freigegeben",
    fetched: "Schlüssel auf neues Gerät geholt",
    closed: "Frage eines Geräts beendet",
  },
  case: {
    drafted: "Entwurf begonnen",
    submitted: "Vorgang abgeschickt",
    claimed: "Vorgang übernommen",
    released: "Vorgang freigegeben",
    recused: "Befangen erklärt",
    resealed: "Vorgang mit neuem Schlüssel verschlossen",
    opened: "Vorgang geöffnet",
    asked: "Angaben nachgefordert",
    answered: "Nachforderung beantwortet",
    resumed: "Ohne Antwort weitergearbeitet",
    withdrawn: "Vorgang zurückgezogen",
    discarded: "Entwurf gelöscht",
    expired: "Entwurf abgelaufen",
  },
  deputy: {
    named: "Vertretung benannt",
    ended: "Vertretung beendet",
  },
  recusal: {
    lifted: "Befangenheit aufgehoben",
  },
  copy: {
    requested: "Kopien für neuen Schlüssel erbeten",
    granted: "Kopie für neuen Schlüssel erteilt",
    refused: "Kopie für neuen Schlüssel abgelehnt",
    objected: "Widerspruch gegen eine Kopie",
  },
  document: {
    stored: "Unterlage gespeichert",
    released: "Unterlage abgerufen",
    verified: "Unterlage unversehrt",
    damaged: "Unterlage beschädigt",
  },
  message: {
    sent: "Nachricht gesendet",
  },
  messages: {
    released: "Nachrichten abgerufen",
  },
  session: {
    opened: "Anmeldung",
    refused: "Anmeldung abgelehnt",
    revoked: "Abmeldung",
  },
  invitation: {
    made: "Einladung ausgestellt",
    withdrawn: "Einladung zurückgenommen",
    redeemed: "Einladung eingelöst",
  },
  seed: {
    granted: "Schlüssel der Stelle gegeben",
    reported: "Schlüssel der Stelle öffnet sich nicht",
  },
  key: {
    proposed: "Neuer Schlüssel der Stelle vorgeschlagen",
    withdrawn: "Vorgeschlagener Schlüssel zurückgenommen",
  },
  unit: {
    created: "Stelle angelegt",
    renamed: "Stelle umbenannt",
    closed: "Stelle geschlossen",
    reopened: "Stelle wieder geöffnet",
  },
  member: {
    added: "In eine Stelle aufgenommen",
    changed: "Aufgabe in einer Stelle geändert",
    removed: "Aus einer Stelle entfernt",
  },
  official: {
    removed: "Aus der Behörde ausgeschieden",
  },
  role: {
    given: "Aufgabe für die Behörde erteilt",
    taken: "Aufgabe für die Behörde entzogen",
  },
  audit: {
    read: "Protokoll gelesen",
    exported: "Protokoll mitgenommen",
    pruned: "Alte Einträge entfernt",
    gap: "Betriebseinträge verloren",
  },
  collector: {
    made: "Zugang zum Sammeln ausgestellt",
    revoked: "Zugang zum Sammeln gesperrt",
    used: "Protokoll automatisch gesammelt",
    refused: "Ungültiger Zugang zum Sammeln benutzt",
  },
  access: {
    refused: "Zugriff verweigert",
  },
  job: {
    failed: "Aufgabe fehlgeschlagen",
  },
  service: {
    started: "Dienst gestartet",
    stopped: "Dienst beendet",
  },
} as const;

const faults = {
  edited: "Ein Eintrag wurde nachträglich geändert.",
  missing: "Ein Eintrag fehlt.",
  cut: "Am Ende fehlen Einträge, die schon unterschrieben waren.",
  swapped: "Einträge stehen nicht mehr an ihrem Platz.",
  foreign: "Ein Eintrag gehört zu einer anderen Behörde.",
  recomputed: "Das Protokoll wurde neu berechnet und passt nicht mehr zu dem, was unterschrieben war.",
  unsigned: "Zu diesem Protokoll gibt es keine Unterschrift.",
  checkpoint: "Die Datei mit den Unterschriften wurde verändert.",
} as const satisfies Record<ChainFault, string>;

export const audit = {
  title: "Protokoll",
  lead: "Was in Ihrer Behörde getan wurde, wann und unter welchem Konto. Inhalte und Namen stehen hier nicht.",
  notYours:
    "Das Protokoll lesen nur die Personen, die Ihre Behörde zur Prüfung bestellt hat. An Ihren Vorgängen ändert das nichts. Fragen Sie Ihre Leitung, wenn Sie diese Aufgabe haben.",
  loading: "Das Protokoll wird geladen …",
  empty: "Noch wurde nichts aufgezeichnet.",
  nothingFound: "Zu dieser Auswahl gibt es keinen Eintrag.",
  listName: "Einträge, die neuesten zuerst",
  more: "Ältere Einträge laden",
  moreBusy: "Wird geladen …",
  moreDone: "{count} ältere Einträge geladen",
  columns: { number: "Nr.", at: "Zeit", event: "Was", actor: "Wer", details: "Angaben" },
  actors: { citizen: "Bürgerkonto", official: "Konto der Behörde", system: "Portal" },
  onlyActor: "Nur dieses Konto zeigen",
  onlyCase: "Nur diesen Vorgang zeigen",
  case: "Vorgang",
  allFacts: "Alle Angaben",
  filter: {
    name: "Einträge auswählen",
    type: "Was geschah",
    allTypes: "Alles",
    from: "Vom",
    to: "Bis zum",
    actor: "Kennung des Kontos",
    actorHint: "Steht in den Angaben jedes Eintrags. Auch die Suche nach einem Konto wird aufgezeichnet.",
    case: "Kennung des Vorgangs",
    caseHint: "Nicht die Vorgangsnummer auf Schreiben: die steht nicht im Protokoll.",
    noId: "Das ist keine Kennung. Kopieren Sie sie vollständig aus einem Eintrag.",
    apply: "Anzeigen",
    reset: "Auswahl aufheben",
  },
  state: {
    intact: "Unversehrt, geprüft {at}.",
    intactText: "{records} Einträge. Bis Nr. {upTo} außerhalb der Datenbank unterschrieben, zuletzt {at}.",
    late: "Zuletzt geprüft {at}.",
    lateText:
      "Bis Nr. {upTo} ist alles unterschrieben. Die nächste Prüfung ist überfällig. Es geht nichts verloren; sagen Sie bitte dem Betrieb Bescheid.",
    young: "Noch nicht unterschrieben.",
    youngText: "Die erste Unterschrift folgt in wenigen Minuten.",
    broken: "Verändert: Eintrag Nr. {seq}.",
    brokenNext:
      "Seitdem wird nichts mehr unterschrieben. Nehmen Sie Einträge und Prüfpunkte mit und verständigen Sie Informationssicherheit und Datenschutz Ihrer Behörde.",
  },
  faults,
  events,
  along: {
    title: "Selbst prüfen und mitnehmen",
    text: "Mit beiden Dateien, dem öffentlichen Schlüssel und dem Programm dvd-audit prüfen Sie das Protokoll ohne unsere Server. Laden Sie zuerst die Prüfpunkte, dann die Einträge: Spätere Prüfpunkte nennen Einträge, die in einer älteren Datei fehlen. Systeme, die Protokolle sammeln, lesen dieselben Zeilen und machen dort weiter, wo sie aufgehört haben.",
    records: "Einträge herunterladen",
    checkpoints: "Prüfpunkte herunterladen",
    chain: "Kennung des Protokolls",
  },
  collectors: {
    title: "Automatisch sammeln",
    text: "Ein System, das Protokolle sammelt (SIEM), holt neue Einträge selbst ab. Dafür stellen Sie ihm einen Zugang aus. Damit liest es das Protokoll Ihrer Behörde und sonst nichts. Der Zugang endet nach der gewählten Zeit, sobald ihn jemand sperrt, und mit Ihrer Aufgabe.",
    open: "Zugang ausstellen",
    days: "Der Zugang gilt",
    daysHint: "Danach liest das System nichts mehr. Stellen Sie vorher einen neuen aus.",
    dayCount: "{count} Tage",
    submit: "Jetzt ausstellen",
    busy: "Wird ausgestellt …",
    done: "Der Zugang steht auf dem Bildschirm.",
    newTitle: "Neuer Zugang, gültig bis {day}",
    token: "Zugang:",
    once: "Diesen Zugang zeigen wir nur jetzt: Auf dem Server liegt nur sein Abdruck. Wer ihn hat, liest das ganze Protokoll Ihrer Behörde. Tragen Sie ihn gleich in das System ein und schicken Sie ihn nicht per E-Mail.",
    address: "Adresse zum Abholen:",
    copy: "Zugang kopieren",
    copied: "Der Zugang ist kopiert.",
    copyFailed: "Kopieren ging nicht. Bitte markieren Sie den Zugang und kopieren Sie ihn selbst.",
    close: "Ich habe den Zugang eingetragen",
    none: "Noch holt kein System dieses Protokoll ab.",
    listName: "Ausgestellte Zugänge",
    ending: "Endet auf",
    until: "gilt bis {day}",
    expired: "abgelaufen",
    made: "Ausgestellt am {day} von {post}.",
    used: "Zuletzt benutzt am {day}.",
    unused: "Noch nicht benutzt.",
    refused:
      "Am {day} hat ihn noch jemand benutzt. Ausgegeben wurde nichts. Bitte tragen Sie im System den neuen Zugang ein.",
    revoke: "Sperren",
    revokeBusy: "Wird gesperrt …",
    revoked: "Der Zugang, der auf {tail} endet, ist gesperrt.",
  },
} as const;
