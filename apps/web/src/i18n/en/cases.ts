export const cases = {
  title: "My cases",
  loading: "Your cases are being loaded …",
  empty: "No case yet. Choose what it is about – we find the right office.",
  start: "Choose a matter",
  more: "Show older cases",
  loadingMore: "Loading …",
  list: "List of cases",
  received: "Received on {date}",
  updated: "Last on {date}, {time}",
  messagesOne: "1 message",
  messages: "{count} messages",
  changed: "There is something new in one of your cases.",
} as const;
