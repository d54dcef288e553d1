export const leaving = {
  title: "Leaving",
  loading: "Loading …",
  open: "Leaving",
  next: "Continue",
  back: "Back",
  steps: {
    look: "Step 1 of 3: What hangs on {post}",
    confirm: "Step 2 of 3: Let {post} leave?",
    done: "Step 3 of 3: What is done and what is still missing",
  },
  look: {
    lead: "Whoever leaves no longer belongs to your authority here. If the person is to leave one office only, remove them there: under Administration, at the office.",
    oneself: "This is you.",
    oneselfText:
      "Nobody changes their own rights. Ask another person who administers your authority to take this step.",
    lastHolder: "Nobody else can read everything in the office {unit}.",
    lastHolderText:
      "A key would be lost with this person, and what is sealed with it would stay closed for good. Have a second person given the key first: take them into the office. {post} then gives them the key, on the page “Office”.",
    toMembers: "To the administration",
    units: "Offices",
    noUnits: "The person belongs to no office.",
    inUnit: "{unit} – {role}",
    cases: "Cases in their hands: {count}",
    tasks: "Tasks for the whole authority",
    noTasks: "none",
    invitations: "Open invitations that they have made",
  },
  confirm: {
    now: "This happens at once",
    session: "The person is signed out everywhere, also in windows that are open right now. They cannot sign in again.",
    rights: "They belong to no office and have no task any more. What was sealed for them here is deleted.",
    cases: "Their cases are free, and the others can take them. There are {count}.",
    invitations: "Open invitations that they have made no longer count. There are {count}.",
    kept: "What they could read they may have kept.",
    keptText:
      "On paper, as a file, even the key of an office. Nobody can fetch that back. So that new things stay closed to them, each office in which they could read needs a new key afterwards. Who does that is said in the next step.",
    final:
      "This cannot be taken back. If the person returns, invite them anew: they then make a new key, and the digits are compared anew.",
    send: "Let them leave now",
    busy: "Ending …",
    announced: "{post} no longer belongs to your authority.",
  },
  done: {
    lead: "{post} has left: {at}.",
    title: "Done",
    access: "No access, no office and no task any more. The sign of the post is free.",
    sessions: "Sign-ins ended: {count}",
    cases: "Cases that are free again: {count}",
    invitations: "Invitations taken back: {count}",
    remains: "Still to do",
    nothing: "Nothing any more. No office works with a key that this person knew.",
    newKey: "{unit}: a new key",
    newKeyWhy: "Until then new things too are still sealed with the old one.",
    newKeyWho:
      "A person of the office who can read proposes it on the page “Office”. Then whoever keeps the key of your authority signs it.",
    signed:
      "The signed list still names the person. It is renewed together with the key. They cannot answer here any more all the same.",
    outside: "Outside the portal",
    outsideText:
      "Close their access at the sign-in service of your authority too, and have them give back what they hold on paper or on devices.",
    stays: "What is still missing here also stands in the administration at the office until it is done.",
  },
};
