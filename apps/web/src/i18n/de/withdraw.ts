export const withdraw = {
  open: "Vorgang zurückziehen",
  lead: "Zurückziehen heißt: Die Stelle soll Ihr Anliegen nicht weiter bearbeiten.",
  stops: "Die Stelle sieht sofort, dass Sie zurückgezogen haben, und entscheidet nichts mehr.",
  final: "Rückgängig machen können Sie das nicht. Für einen neuen Versuch schicken Sie das Anliegen noch einmal ab.",
  stays:
    "Was Sie geschickt haben, bleibt bei der Stelle, solange sie es aufbewahren muss. Auch Sie können weiter alles lesen.",
  deadline: "Eine Frist, die für Sie läuft, hält das nicht an. Fragen Sie bei der Stelle nach, wenn Sie unsicher sind.",
  confirm: "Ja, ich möchte diesen Vorgang zurückziehen.",
  confirmMissing: "Bitte bestätigen Sie, dass Sie zurückziehen möchten.",
  send: "Jetzt zurückziehen",
  busy: "Wird zurückgezogen …",
  failed: "Der Vorgang ist nicht zurückgezogen.",
  done: "Der Vorgang ist zurückgezogen.",
} as const;
