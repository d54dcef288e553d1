import type { AssuranceLevel } from "@dvd/domain/assurance";

/** Every sentence that the development identity provider shows. */
export const texts = {
  notice: "Entwicklung: Dieses Anmeldesystem ist ein Nachbau zum Ausprobieren. Alle Personen sind erfunden.",
  realmName: { citizen: "Bürgerkonto (Entwicklung)", official: "Behördenanmeldung (Entwicklung)" },
  login: {
    title: "Anmelden",
    lead: {
      citizen: "Wählen Sie eine erfundene Person. In Wirklichkeit meldet man sich hier mit der BundID an.",
      official: "Wählen Sie eine erfundene Person. In Wirklichkeit meldet man sich hier bei der eigenen Behörde an.",
    },
    person: "Person",
    level: "Vertrauensniveau",
    levelHint: "Wie sicher die Person sich ausgewiesen hat.",
    levelNeeded: (level: string) => `Verlangt wird mindestens: ${level}. Mit weniger wird die Anmeldung abgewiesen.`,
    levelName: { low: "niedrig", substantial: "substanziell", high: "hoch" } satisfies Record<AssuranceLevel, string>,
    levelExample: {
      citizen: {
        low: "Benutzername und Passwort",
        substantial: "ELSTER-Zertifikat oder zweiter Faktor",
        high: "Online-Ausweis",
      },
      official: { low: "Passwort", substantial: "Passwort und zweiter Faktor", high: "Dienstausweis mit Chip" },
    } satisfies Record<string, Record<AssuranceLevel, string>>,
    submit: "Anmelden",
    cancel: "Abbrechen",
    incomplete: "Bitte wählen Sie eine Person und ein Vertrauensniveau.",
  },
  logout: {
    title: "Abmelden?",
    lead: "Sie sind auch bei diesem Anmeldesystem angemeldet.",
    yes: "Ja, abmelden",
    no: "Nein, angemeldet bleiben",
  },
  loggedOut: { title: "Abgemeldet", lead: "Sie können dieses Fenster jetzt schließen." },
  error: {
    title: "Das hat nicht geklappt",
    lead: "Die Anmeldung wurde nicht abgeschlossen. Gehen Sie zurück zum Portal und versuchen Sie es noch einmal.",
    expired: "Diese Anmeldung ist abgelaufen. Gehen Sie zurück zum Portal und melden Sie sich noch einmal an.",
    code: "Fehlercode",
  },
};
