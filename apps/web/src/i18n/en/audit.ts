const events = {
  account: {
    created: "Account created",
    renewed: "New key for an account",
    objected: "Objection to a new key",
    deleted: "Account deleted",
  },
  vault: {
    saved: "Key ring saved",
    released: "Key ring fetched",
  },
  seeds: {
    released: "Keys of the unit fetched",
  },
  way: {
    added: "Way back added",
    removed: "Way back removed",
  },
  device: {
    asked: "New device has asked",
    answered: "New device approved",
    fetched: "Key fetched to a new device",
    closed: "Question of a device closed",
  },
  case: {
    drafted: "Draft begun",
    submitted: "Case sent",
    claimed: "Case taken",
    released: "Case released",
    recused: "Declared biased",
    resealed: "Case sealed with a new key",
    opened: "Case opened",
    asked: "Evidence asked for",
    answered: "Request answered",
    resumed: "Gone on without an answer",
    withdrawn: "Case withdrawn",
    discarded: "Draft deleted",
    expired: "Draft expired",
  },
  deputy: {
    named: "Deputy named",
    ended: "Deputy ended",
  },
  recusal: {
    lifted: "Bias lifted",
  },
  copy: {
    requested: "Copies asked for a new key",
    granted: "Copy granted for a new key",
    refused: "Copy refused for a new key",
    objected: "Objection to a copy",
  },
  document: {
    stored: "Document stored",
    released: "Document fetched",
    verified: "Document intact",
    damaged: "Document damaged",
  },
  message: {
    sent: "Message sent",
  },
  messages: {
    released: "Messages fetched",
  },
  session: {
    opened: "Signed in",
    refused: "Sign-in refused",
    revoked: "Signed out",
  },
  invitation: {
    made: "Invitation made",
    withdrawn: "Invitation taken back",
    redeemed: "Invitation redeemed",
  },
  seed: {
    granted: "Key of the office given",
  },
  key: {
    proposed: "New key of the office proposed",
    withdrawn: "Proposed key taken back",
  },
  member: {
    added: "Added to an office",
    changed: "Task in an office changed",
    removed: "Removed from an office",
  },
  official: {
    removed: "Left the authority",
  },
  role: {
    given: "Task for the authority given",
    taken: "Task for the authority taken away",
  },
  audit: {
    read: "Log read",
    exported: "Log taken along",
    pruned: "Old entries removed",
    gap: "Operational entries lost",
  },
  access: {
    refused: "Access refused",
  },
  job: {
    failed: "Task failed",
  },
  service: {
    started: "Service started",
    stopped: "Service stopped",
  },
} as const;

const faults = {
  edited: "An entry was changed afterwards.",
  missing: "An entry is missing.",
  cut: "Entries that had been signed are missing at the end.",
  swapped: "Entries no longer stand in their place.",
  foreign: "An entry belongs to another authority.",
  recomputed: "The log was computed anew and no longer fits what was signed.",
  unsigned: "There is no signature for this log.",
  checkpoint: "The file of signatures was changed.",
} as const;

export const audit = {
  title: "Audit log",
  lead: "What was done in your authority, when and under which account. There are no contents and no names here.",
  notYours:
    "Only the people whom your authority has appointed as auditors read the log. Nothing changes for your cases. Ask your management if this is your task.",
  loading: "Loading the log …",
  empty: "Nothing has been recorded yet.",
  nothingFound: "There is no entry for this choice.",
  listName: "Entries, the newest first",
  more: "Load older entries",
  moreBusy: "Loading …",
  moreDone: "{count} older entries loaded",
  columns: { number: "No.", at: "Time", event: "What", actor: "Who", details: "Details" },
  actors: { citizen: "Citizen account", official: "Account of the authority", system: "Portal" },
  onlyActor: "Show only this account",
  onlyCase: "Show only this case",
  case: "Case",
  allFacts: "All details",
  filter: {
    name: "Choose entries",
    type: "What happened",
    allTypes: "Everything",
    from: "From",
    to: "Until",
    actor: "Id of the account",
    actorHint: "Stands in the details of each entry. Looking for an account is recorded as well.",
    case: "Id of the case",
    caseHint: "Not the case number on letters: that is not in the log.",
    noId: "This is no id. Copy all of it from an entry.",
    apply: "Show",
    reset: "Clear the choice",
  },
  state: {
    intact: "Intact, checked {at}.",
    intactText: "{records} entries. Signed outside of the database up to no. {upTo}, last {at}.",
    late: "Last checked {at}.",
    lateText:
      "Everything up to no. {upTo} is signed. The next check is overdue. Nothing gets lost; please tell the operators.",
    young: "Not signed yet.",
    youngText: "The first signature follows in a few minutes.",
    broken: "Changed: entry no. {seq}.",
    brokenNext:
      "Nothing has been signed since. Take entries and checkpoints along, and inform the people responsible for information security and data protection in your authority.",
  },
  faults,
  events,
  along: {
    title: "Check for yourself and take along",
    text: "With both files, the public key and the program dvd-audit you check the log without our servers. Download the checkpoints first and then the entries: later checkpoints name entries that an older file does not have. Systems that collect logs read the same lines and go on where they stopped.",
    records: "Download entries",
    checkpoints: "Download checkpoints",
    chain: "Id of the log",
  },
} as const;
