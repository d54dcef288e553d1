/** Asking for evidence, and answering. */
export const evidence = {
  until: "bis {date}",
  card: {
    title: "Das braucht die Stelle noch von Ihnen",
    unknown: "Was genau fehlt, steht in der letzten Nachricht der Stelle.",
    late: "Die Frist ist vorbei. Antworten können Sie trotzdem noch.",
    answer: "Ihre Antwort",
    answerHint: "Schreiben Sie auch, wenn Sie etwas davon nicht haben. Nur Sie und diese Stelle können das lesen.",
    send: "Antwort verschlüsselt senden",
  },
  travelling:
    "Ausgewählte Dateien werden schon verschlossen übertragen. Die Stelle sieht sie erst, wenn Sie unten absenden.",
  more: {
    open: "Weitere Unterlagen nachreichen",
    slot: "Weitere Unterlagen",
    text: "Was möchten Sie dazu sagen? (freiwillig)",
    send: "Verschlüsselt nachreichen",
  },
  message: {
    asked: "Nachforderung, bis {date}",
  },
  ask: {
    open: "Unterlagen nachfordern",
    waiting: "Wartet auf {name}",
    waitingUntil: "Nachgefordert bis {date}. Sobald die Antwort kommt, ist der Vorgang wieder bei Ihnen.",
    items: "Was fehlt?",
    itemsHint: "Eine Zeile je Unterlage. Die Person sieht jede Zeile als eigenen Punkt.",
    itemsMissing: "Bitte nennen Sie mindestens eine Unterlage.",
    itemsTooMany: "Bitte nennen Sie höchstens {most} Unterlagen.",
    itemTooLong: "Eine Zeile ist zu lang. Bitte kürzen Sie auf höchstens {most} Zeichen.",
    text: "Was möchten Sie dazu sagen? (freiwillig)",
    due: "Bis wann?",
    weeksOne: "in 1 Woche",
    weeks: "in {count} Wochen",
    dueHint: "Diesen Tag kennt auch der Server, damit er in der Liste stehen kann. Was fehlt, kennt er nicht.",
    dueMissing: "Bitte wählen Sie, bis wann.",
    send: "Nachforderung an {name} senden",
    sending: "Wird verschlossen und gesendet …",
    sent: "Die Nachforderung ist angekommen. Der Vorgang wartet jetzt auf die Antwort.",
  },
} as const;
