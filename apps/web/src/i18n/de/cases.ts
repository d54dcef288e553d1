export const cases = {
  title: "Meine Vorgänge",
  loading: "Ihre Vorgänge werden geladen …",
  empty: "Noch kein Vorgang. Wählen Sie aus, worum es geht – wir finden die richtige Stelle.",
  start: "Anliegen auswählen",
  more: "Ältere Vorgänge zeigen",
  loadingMore: "Wird geladen …",
  list: "Vorgangsliste",
  received: "Eingegangen am {date}",
  updated: "Zuletzt am {date}, {time} Uhr",
  messagesOne: "1 Nachricht",
  messages: "{count} Nachrichten",
  changed: "In einem Vorgang gibt es etwas Neues.",
} as const;
