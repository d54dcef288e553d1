export const conversation = {
  none: "Noch keine Nachrichten.",
  you: "Sie",
  byDeputy: "in Vertretung",
  time: "{time} Uhr",
  delivered: "angekommen",
  arrived: "Neue Nachricht in diesem Vorgang.",
  unproven: "Absender nicht bewiesen",
  missing:
    "Zu dieser Nachricht gehören Unterlagen, die hier fehlen: {count}. Bitte laden Sie die Seite neu; bleibt es so, fragen Sie bei der anderen Seite nach.",
  unprovenText:
    "Eine Nachricht von {time} zeigen wir nicht: Ihr Siegel passt nicht. Laden Sie die Seite bitte neu; bleibt es so, fragen Sie bei der Stelle nach.",
  empty: "Bitte schreiben Sie etwas.",
  emptyBoth: "Bitte schreiben Sie etwas oder fügen Sie eine Unterlage hinzu.",
  tooLong: "Das ist zu lang. Bitte kürzen Sie auf höchstens {max} Zeichen.",
  sending: "Wird verschlossen und gesendet …",
  sent: "Ihre Nachricht ist angekommen.",
} as const;
