export const receiptCheck = {
  title: "Check a receipt",
  lead: "A receipt shows what arrived at an authority, and when. Your device checks it here by itself. The receipt is not sent anywhere; we only learn which authority is asked about.",
  checking: "Your device is checking the receipt …",
  provenTitle: "The receipt is genuine and unchanged.",
  provenText:
    "It was signed by a key that the authority vouched for at that time. Whether it really is this authority, its number tells: compare it with a letter from the authority.",
  consistentTitle: "The receipt agrees with itself. The number has not been compared yet.",
  consistentText:
    "Without a connection we cannot see whether the number belongs to this authority; anybody can write the name of an authority into a file. Compare the number below with a letter from the authority, or open the file again once you are online.",
  reference: "Case number",
  receivedAt: "Received",
  moment: "{date}, {time}",
  parts: "Extent",
  partsText: "Files: {documents}, messages: {messages}",
  size: "Size, sealed",
  contents: "Check sum of the contents",
  authority: "Authority",
  fingerprint: "Number of the authority",
  emptyTitle: "No receipt yet",
  emptyText:
    "Scan the code on the paper, or open the saved receipt file. Your device checks a file without internet as well, as long as this page is open; you then compare the number of the authority yourself.",
  file: "Saved receipt",
  fileHint: "The file is mostly called “confirmation-of-receipt” and ends in .json. It stays on your device.",
  fileButton: "Open the receipt file",
  fileDrop: "Or drop the file here",
  refused: {
    malformed: {
      title: "This is no complete receipt.",
      text: "The link or file was cut, or is not from here. Your documents are not affected. Scan the whole code again, or open the saved file.",
    },
    unsigned: {
      title: "This receipt is not genuine.",
      text: "No key that the authority vouched for at that time has signed it like this. It proves nothing. Ask where it comes from, or check the confirmation in the case.",
    },
    otherRoot: {
      title: "The authority names another key.",
      text: "The receipt belongs to another number than the one that we have for this authority. Do not rely on it. Compare it with a letter from the authority and call them.",
    },
    statements: {
      title: "The receipt could not be proven.",
      text: "What the authority has signed about its keys does not fit this receipt or its time. That does not make the receipt wrong. Try the saved file, or ask the authority.",
    },
    unknownAuthority: {
      title: "We do not know this authority.",
      text: "The receipt names an authority that is not connected here. That proves nothing. Check it where it was issued, or ask the authority.",
    },
    unreachable: {
      title: "No connection.",
      text: "The receipt is not checked yet: for a code we need the authority's keys from the net. The receipt stays on your device. Try again, or open the saved file; you then compare the number yourself.",
    },
    failed: {
      title: "That did not work.",
      text: "Nothing was checked yet, and the receipt has stayed on your device. Try again in a few minutes.",
    },
  },
} as const;
