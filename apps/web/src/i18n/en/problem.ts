export const problem = {
  title: "That did not work.",
  unreachableTitle: "No connection.",
  unreachable: "The server does not answer. Nothing is lost on your device. Check your connection and try again.",
  signInTitle: "You are no longer signed in.",
  signInHere: "What you entered is still here. Sign in again in a new window, come back here and try again.",
  signInAgain: "Sign in in a new window",
  keyChangedTitle: "The key of this office has changed unexpectedly.",
  keyChanged:
    "We send nothing until this is cleared up. This parcel has not left your device. Please call the office on a number that you know from them.",
  keyOtherTitle: "The key of this authority is not the one that your device knows.",
  keyOther:
    "Until this is cleared up, we open nothing of theirs here. What has arrived already stays sealed and safe. Please ask the authority, on a number that you already know.",
  keyStaleTitle: "Nobody has confirmed the keys of this authority for three days.",
  keyStale:
    "So we send nothing at the moment. What you wrote is still on your device, and you can go on reading. Please try again later.",
  keyUnprovenTitle: "The keys of this authority cannot be verified.",
  keyUnproven:
    "What the authority has signed about its keys is out of date or does not fit. As long as this is so, nothing is sent and nothing is opened here. What has arrived already stays safe. Please try again later, or ask the authority.",
  vaultTitle: "Your keys cannot be opened.",
  vault:
    "What the server presents as your keys does not belong to your account or is out of date. Your documents are not lost. Please reload the page; if this stays, contact the office.",
  senderTitle: "Sender not proven.",
  sender:
    "It is not proven who this content comes from. So we do not open it. Nothing is lost. Please reload the page; if this stays, please tell the office or your administrators.",
  receiptTitle: "The confirmation of receipt is wrong.",
  receipt:
    "It does not match this parcel or is not signed properly. Do not rely on everything having arrived. Please try again or ask the office.",
  fileChangedTitle: "Your file has changed.",
  fileChanged: "It was moved or edited since you chose it. Nothing was sent. Please go back and choose the file again.",
  contentTitle: "This cannot be opened.",
  content:
    "The content is damaged, or it is not proven who it comes from. That is why we do not show it. Please reload the page; if this stays, ask the office.",
  recoveryFormat: "The key has eight groups of five characters. Please compare what you entered with your note.",
  recoveryGroup: "Something is wrong in group {group}. Please compare it with your note.",
  recoveryOther: "This recovery key belongs to another account. Please take the right one.",
  wordsFormat: "There are seven words of four letters. Please compare what you entered with your note.",
  wordsGroup: "Something is wrong in word {group}. Please compare it with your note.",
  wordsOther: "These words do not open this account. Nothing is lost. Please compare them with your note.",
  linkTitle: "This does not fit together.",
  link: "These words do not belong to the device that is asking. Nothing was released. Please compare the words, or begin again on the new device.",
  slotWeakTitle: "The server asks for less protection than is allowed.",
  slotWeak: "So we have not used your words. Your documents are safe. Please take your recovery key instead.",
} as const;
