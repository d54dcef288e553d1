import type { LoginRefusal } from "@dvd/domain/session/login";

export const signInProblems = {
  cancelled: {
    title: "Sie sind nicht angemeldet.",
    text: "Die Anmeldung wurde abgebrochen, oder das verlangte Vertrauensniveau wurde nicht erreicht. Es ist nichts verloren gegangen. Sie können es gleich noch einmal versuchen.",
  },
  "provider-down": {
    title: "Der Anmeldedienst ist gerade nicht erreichbar.",
    text: "Das liegt nicht an Ihnen. Wer schon angemeldet ist, kann weiterarbeiten, und Ihre Vorgänge sind sicher. Versuchen Sie es bitte in ein paar Minuten noch einmal.",
  },
  "not-begun-here": {
    title: "Diese Anmeldung hat in diesem Browser nicht begonnen.",
    text: "Vielleicht hat sie zu lange gedauert, oder es war noch ein zweites Fenster offen. Sie sind nicht angemeldet, und es ist nichts verloren. Fangen Sie bitte hier noch einmal an.",
  },
  "answer-invalid": {
    title: "Die Antwort des Anmeldedienstes war nicht echt oder nicht für uns.",
    text: "Deshalb haben wir sie abgelehnt. Sie sind nicht angemeldet, Ihre Vorgänge sind sicher. Versuchen Sie es bitte noch einmal. Kommt die Meldung wieder, sagen Sie uns bitte Bescheid.",
  },
  "used-twice": {
    title: "Diese Anmeldung wurde schon verwendet.",
    text: "Jede Anmeldung gilt nur einmal. Ihre Vorgänge sind sicher. Melden Sie sich bitte neu an.",
  },
  "not-fresh": {
    title: "Der Anmeldedienst hat eine ältere Anmeldung übernommen.",
    text: "Wir brauchen eine, bei der Sie sich gerade eben ausgewiesen haben. Sie sind nicht angemeldet, Ihre Vorgänge sind sicher. Melden Sie sich bitte neu an.",
  },
  "level-too-low": {
    title: "Dafür muss Ihre Identität sicherer geprüft sein.",
    text: "Ihre Anmeldung hat das nötige Vertrauensniveau nicht erreicht. Sie sind nicht angemeldet, und es ist nichts verloren. Wählen Sie beim Anmeldedienst bitte ein stärkeres Mittel, zum Beispiel den Online-Ausweis oder einen zweiten Faktor.",
  },
  "claims-missing": {
    title: "Der Anmeldedienst hat uns zu wenig mitgeteilt.",
    text: "Es fehlt das Vertrauensniveau oder bei Behörden die Zugehörigkeit. Sie sind nicht angemeldet, Ihre Vorgänge sind sicher. In einer Behörde wenden Sie sich bitte an Ihre Fachadministration, sonst an uns.",
  },
  "unknown-person": {
    title: "Wir kennen diese Anmeldung nicht.",
    text: "Bei Ihrem Anbieter hat alles geklappt, hier ist der Zugang aber nicht freigeschaltet. Sie sind nicht angemeldet. Als Bürgerin oder Bürger nehmen Sie das Bürgerkonto; in einer Behörde wenden Sie sich an Ihre Fachadministration.",
  },
  "removed-person": {
    title: "Ihre Behörde hat Ihren Zugang beendet.",
    text: "Bei Ihrem Anbieter hat alles geklappt, hier gehören Sie der Behörde aber nicht mehr an. Sie sind nicht angemeldet. Kommen Sie zurück, lassen Sie sich von den Personen, die Ihre Behörde verwalten, neu einladen. Sie legen dann auch einen neuen Schlüssel an.",
  },
  "invitation-unknown": {
    title: "Diese Einladung kennen wir nicht.",
    text: "Die sieben Wörter gehören zu keiner Einladung der Behörde, bei der Sie sich angemeldet haben. Sie sind nicht angemeldet, und es wurde nichts geändert. Bitte vergleichen Sie die Wörter mit Ihrem Zettel oder fragen Sie, wer ihn Ihnen gegeben hat.",
  },
  "invitation-expired": {
    title: "Diese Einladung ist abgelaufen.",
    text: "Sie sind nicht angemeldet, und es wurde nichts geändert. Bitte lassen Sie sich eine neue Einladung geben.",
  },
  "invitation-used": {
    title: "Diese Einladung wurde schon eingelöst.",
    text: "Jede gilt nur einmal. Waren Sie das selbst, dann melden Sie sich ohne Einladung an. Sonst sagen Sie bitte sofort Bescheid, wer Ihre Behörde hier verwaltet.",
  },
  "invitation-withdrawn": {
    title: "Diese Einladung wurde zurückgenommen.",
    text: "Sie sind nicht angemeldet, und es wurde nichts geändert. Bitte fragen Sie, wer Ihnen den Zettel gegeben hat.",
  },
  trouble: {
    title: "Die Anmeldung ist gerade gestört.",
    text: "Der Fehler liegt bei uns, nicht bei Ihnen. Sie sind nicht angemeldet, Ihre Vorgänge sind sicher. Versuchen Sie es bitte in ein paar Minuten noch einmal.",
  },
} as const satisfies Record<LoginRefusal, { title: string; text: string }>;
