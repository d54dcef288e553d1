export const colleagues = {
  title: "My office",
  lead: "With whom you work and who can read. One person gives the office's key to the other, after both have compared their digits.",
  loading: "Loading your office …",
  none: "You belong to no office.",
  ownTitle: "Your digits",
  ownText:
    "Read these digits out when somebody gives you the office's key: best with one screen beside the other. They are no secret.",
  youWait: "You do not have the key of this office yet.",
  youWaitText:
    "You see which cases there are and cannot open them. Go to a person of your office who can read, and compare your digits. Then reload this page.",
  youClosed: "Your key of this office does not open.",
  youClosedText:
    "What was sealed for you does not hold the key, on purpose or by a faulty device. Your device has reported it, and it is on record. Nothing is lost: go to a person of your office who can read, compare your digits, and let them give you the key anew. Then reload this page. Please tell your information security as well.",
  youUnsigned: "Nobody outside believes your answers yet.",
  youUnsignedText:
    "You can read. For the devices of citizens to accept your answers, the key office of your authority has to take you into the signed list. Only then can you take cases and answer.",
  give: "Give the key",
  giveAnew: "Give the key anew",
  giving: "Sealing and handing over …",
  giveNow: "Give the office's key",
  granted: "{post} can read now.",
  grantedBefore: "{post} has the key from somebody else by now. Nothing was changed.",
  compareTitle: "Give the key of {unit} to {post}",
  compareText:
    "These digits must stand on that person's screen as well, under “My office”. Compare all twelve groups, side by side or on the phone under a number that you know already.",
  compareConfirm: "All digits are the same, and I know whom I talked to.",
  compareHint:
    "It is recorded that you gave the key. If anything differs, do not give it, and tell your information security.",
  compareMissing: "Please compare the digits first, and confirm that.",
  differ: "Do not give it",
} as const;
