export const conversation = {
  none: "No messages yet.",
  you: "You",
  byDeputy: "standing in",
  time: "{time}",
  delivered: "arrived",
  arrived: "New message in this case.",
  unproven: "Sender not proven",
  missing:
    "Documents that belong to this message are missing here: {count}. Please reload the page; if this stays, ask the other side.",
  unprovenText:
    "We do not show a message from {time}: its seal does not fit. Please reload the page; if this stays, ask the office.",
  empty: "Please write something.",
  emptyBoth: "Please write something or add a document.",
  tooLong: "This is too long. Please shorten it to at most {max} characters.",
  sending: "Being sealed and sent …",
  sent: "Your message has arrived.",
} as const;
