export const drafts = {
  checking: "Looking whether you have begun already …",
  nothing: "What you write is saved on this device, encrypted. Nothing of it is with us yet.",
  saved: "Saved on this device, encrypted, at {time}. Nothing of it is with us yet.",
  shared: "Saved at {time}, encrypted on this device and sealed with us. Only your own devices can read it.",
  evictable:
    "If this device runs out of room, your browser may delete it. So please do not wait too long with sending.",
  failedTitle: "What you typed last is not saved yet.",
  manage: "Go on later or elsewhere",
  expires:
    "You can close this page and go on later under “My cases”. We delete the draft 7 days after its last change.",
  share: "Go on on another device as well",
  sharing: "Sealing and storing …",
  shareHint:
    "We then keep your answers sealed; only your own devices can open them. Files stay on this device, only their names come along.",
  shareDone:
    "Sign in on the other device and unlock it. You find the draft there under “My cases”. Files you pick there once more.",
  shareAnnounce: "Sealed and stored. You can go on on another device.",
  shareLater:
    "You can go on on another device as soon as you have a key. It is made when you send something for the first time.",
  discard: "Delete draft",
  discardNamed: "Delete draft: {title}",
  discardAsk: "Shall this draft be deleted?",
  discardText:
    "Your answers and their files are gone then, on this device and with us. Nothing of it has been sent yet. What another device of yours has transferred already, we delete after 7 days at the latest.",
  discardYes: "Yes, delete the draft",
  discardNo: "No, keep it",
  discarded: "Draft deleted.",
  choiceTitle: "You have begun already.",
  choiceLead: "Nothing has been sent yet. Go on, or begin anew; your draft then stays where it is.",
  choiceUnconfirmed:
    "Something is on its way already, but not confirmed yet. Please fetch the confirmation first; nothing is sent twice.",
  unconfirmed: "On its way already. Its arrival is not confirmed yet.",
  unconfirmedTitle: "On its way, not confirmed yet",
  unconfirmedLead: "Your device has sent this and has no confirmation of receipt yet. Nothing is sent twice.",
  confirm: "Get it confirmed",
  confirmNamed: "Get it confirmed: {title}",
  discardUnconfirmed:
    "Your answers and files will be gone from this device. If it has arrived already, it stays with the office, and you find it under “My cases”.",
  goOn: "Go on",
  goOnNamed: "Go on: {title}",
  beginAnew: "Begin anew",
  changedAt: "Last changed on {date} at {time}",
  expiresAt: "Will be deleted on {date} unless you change it.",
  otherTitle: "There are two versions of it.",
  other: "Somebody went on on another device, on {date} at {time}.",
  goOnOther: "Go on with the version of the other device",
  formNewer:
    "The form has been changed in the meantime. Your answers are still there; please look through them before you send.",
  conflictTitle: "This draft was changed elsewhere.",
  conflict:
    "There is another version in another window or on another device, of {date} at {time}. Both are still there. Which one do you go on with?",
  conflictTheirs: "With the other version",
  conflictMine: "With what is here",
  listTitle: "Not sent yet",
  listLead: "Only your own devices can read this.",
} as const;
