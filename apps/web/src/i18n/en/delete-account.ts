export const deleteAccount = {
  title: "Delete the account",
  about: "What you have sent stays with the offices. Everything else is gone at once.",
  toPage: "Delete the account …",
  lead: "Here is stated what will be gone, what stays, and with whom.",
  tableTitle: "What happens to your data",
  what: "What",
  when: "What happens to it",
  rows: {
    login: {
      what: "The mark of your login",
      when: "Is deleted at once. If you sign in again later, you are somebody new to us.",
    },
    keys: {
      what: "Your keys and all ways back",
      when: "Are deleted at once. Then nobody can open anything with them, not even you.",
    },
    drafts: { what: "Drafts and unfinished uploads", when: "Are deleted at once, with all files in them." },
    sessions: { what: "Logins on all devices", when: "Are ended and deleted at once." },
    device: {
      what: "What this device remembers",
      when: "Is deleted at once. On other devices it stays, encrypted: what you have begun with its files, until somebody signs in there again after seven days, and a key that opens nothing without your account. If nothing is to stay there, choose “Forget this device” there first.",
    },
    sent: {
      what: "Cases that you have sent: documents, messages, confirmations of receipt, times",
      when: "Stay with the office, because they belong to its file, as long as it has to keep that. Only the office can read them then.",
    },
    publicKeys: {
      what: "Your public keys",
      when: "Stay with your cases: without them nobody could check any more what you have signed. They open nothing.",
    },
    audit: {
      what: "Audit log: when you signed in and did something",
      when: "Stays as long as it has to be kept. It knows a random number, no name and no content.",
    },
    log: {
      what: "Public key log",
      when: "Nothing to delete: it holds keys of authorities only, and nothing of you.",
    },
    backup: {
      what: "Backups",
      when: "Still hold everything until they are overwritten, as a rule after 30 days.",
    },
  },
  finalTitle: "This cannot be undone.",
  final: "We have no copy of your keys. Answers of the offices do not reach you here any more.",
  cases:
    "Open cases are not withdrawn by this: the office sees that you cannot be reached here any more, and decides all the same.",
  takeAlong: "Take my data along first",
  confirm: "Yes, I want to delete my account.",
  confirmMissing: "Please confirm that you want to delete your account.",
  send: "Delete the account for good",
  busy: "Being deleted …",
  failed: "Your account is not deleted.",
  done: "Your account is deleted.",
  doneText: "Your keys, drafts and logins do not exist any more. What you have sent is with the offices.",
  doneAgain: "You can begin anew at any time: with your next login a new, empty account comes to be.",
  toStart: "To the start page",
} as const;
