export const withdraw = {
  open: "Withdraw the case",
  lead: "To withdraw means: the office is not to go on with your matter.",
  stops: "The office sees at once that you have withdrawn, and decides nothing any more.",
  final: "You cannot undo this. To try again, send the matter once more.",
  stays: "What you sent stays with the office as long as it has to keep it. You can go on reading everything as well.",
  deadline: "This does not stop a deadline that runs for you. Ask the office if you are not sure.",
  confirm: "Yes, I want to withdraw this case.",
  confirmMissing: "Please confirm that you want to withdraw.",
  send: "Withdraw now",
  busy: "Being withdrawn …",
  failed: "The case is not withdrawn.",
  done: "The case is withdrawn.",
} as const;
