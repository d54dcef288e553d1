export const units = {
  name: "Name of the office",
  nameHint: "Citizens see it too.",
  nameError: "Please enter a name: at most 80 characters, letters, digits, full stop, comma, brackets, dash.",
  create: {
    title: "New office",
    lead: "A new office has nothing but a name at first. Requests come to it once its first key is signed and your rules of competence name it.",
    open: "Make an office",
    submit: "Make it",
    busy: "Being made …",
    done: "The office {unit} is there.",
  },
  rename: {
    open: "Rename",
    of: "Rename {unit}",
    note: "The new name counts at once and everywhere, also for earlier cases. What is signed is a fixed number of the office and not its name: keys, list and receipts go on counting. What is printed carries the old name.",
    submit: "Change the name",
    busy: "Being changed …",
    done: "The office is called {unit} now.",
  },
  close: {
    open: "Close",
    of: "Close {unit}",
    blocked: "This office cannot be closed yet.",
    obstacles: {
      rules: "Your rules of competence name it. First whoever keeps them publishes new ones without this office.",
      cases:
        "Running cases: {count}. A case ends when the person withdraws it. It cannot be handed over to another office here yet.",
      key: "A proposed key is waiting. The key office signs it, or somebody of the office takes it back.",
      invitations: "An invitation is open. Take it back above, or wait until it is redeemed.",
    },
    title: "Close {unit}?",
    now: "From now on nothing new comes to this office: no case, no person, no key. Whoever is preparing something for it and has not sent it is told so and chooses again.",
    stays:
      "The people of the office stay and go on reading what is there. Nothing is deleted. You can open the office again.",
    confirm: "Close the office",
    busy: "Being closed …",
    done: "The office {unit} is closed.",
  },
  closed: {
    tag: "closed",
    title: "This office is closed.",
    text: "Since {at} nothing new comes to it. Whoever belongs to it goes on reading what is there.",
  },
  reopen: {
    open: "Open again",
    of: "Open {unit} again",
    busy: "Being opened …",
    done: "The office {unit} is open again.",
  },
  keyless: {
    title: "This office has no key yet.",
    text: "Until then no case comes to it. This is how it gets one:",
    step1: "Take in a person who has a key of their own already, or invite one.",
    step2: "This person proposes the first key on the page “Office”.",
    step3: "They read the digits of the key and their own to the key office of your authority. The key office signs.",
    step4:
      "After that the others get the key from them, and whoever keeps the rules of competence can name the office.",
    waiting: "The first key is proposed and waits for the key office.",
  },
} as const;
