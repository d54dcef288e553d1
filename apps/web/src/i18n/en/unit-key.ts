export const unitKey = {
  title: "The office's key",
  when: "A new key is needed when somebody has left the office, or when a device with the key has come into the wrong hands.",
  due: "This office needs a new key.",
  dueText:
    "No longer in this office: {posts}. These persons have no access here any more. With a new key the old one opens nothing for them that begins afterwards, should they get at sealed data in another way.",
  firstWhen:
    "This office has no key yet. Until the first one is signed, no case comes to it. A person of the office can propose it.",
  proposeFirst: "Propose the first key",
  firstStep1: "Your device makes the key and seals it for you alone.",
  firstStep2:
    "You read sixty digits twice to the key office of your authority: those of the key, and your own, which stand at the end of this page. It compares both and signs.",
  firstStep3:
    "After that you pass the key on to the others of the office, here. Do it soon: until then you are the only person who can read.",
  firstProposed: "The first key is proposed. The key office has to sign it.",
  firstOpenTitle: "The first key waits for the key office.",
  firstOpenText: "Proposed by {post}, {at}. Until it is signed, nothing comes to this office.",
  firstNotForYou:
    "You get it from this person afterwards. Only they can take it back; whoever administers your authority can remove them from the office.",
  firstDigitsText:
    "Read these digits to the key office, under a number that you know already, and then your own at the end of this page.",
  firstWithdrawn: "The proposal is taken back. You can make another one.",
  propose: "Propose a new key",
  askTitle: "What happens then",
  step1: "Your device makes the new key and seals it for everybody of the office who stands in the signed list.",
  step2:
    "You read sixty digits to the key office of your authority. It compares them and signs. Until then the present key counts, and nobody has to wait.",
  step3:
    "After that you seal the open cases with the new key, here. What is closed stays under the old one, and the office can read it.",
  leftOut:
    "Not in the list yet: {posts}. These persons get the new key afterwards, from you or somebody of the office. It is better when the key office takes them in first.",
  proposeNow: "Propose it now",
  proposing: "Making and sealing …",
  proposed: "The new key is proposed. The key office has to sign it.",
  openTitle: "A new key waits for the key office.",
  openText: "Proposed by {post}, {at}. Until it is signed, the present one counts.",
  notForYou:
    "It is not sealed for you, because your keys do not stand in the signed list. You get it afterwards from a person of your office.",
  digits: "Digits of the new key",
  digitsText:
    "The key office must have these digits in front of it as well. It is best read out by somebody who has not proposed the key, under a number that you know already. Your device has computed them from the key itself.",
  brokenTitle: "This proposal cannot be checked.",
  brokenText:
    "What was sealed for you is not provably from somebody of your office. Please take the proposal back and tell your information security. The present key goes on counting.",
  losingTitle: "With this key, earlier things would be lost.",
  losingText:
    "It does not open every earlier key of your office. Please take the proposal back, and tell the key office and your information security. Nothing is lost: the present key goes on counting.",
  unchecked:
    "You do not have the present key, so your device cannot check the new one and shows no digits. Somebody else of your office does that.",
  closedTitle: "A key of this office does not open for you.",
  closedText:
    "These numbers: {epochs}. You cannot read cases under these keys at the moment; all others you can. Please tell your information security. Do not propose a new key before this is cleared up.",
  withdraw: "Take the proposal back",
  withdrawing: "Taking back …",
  withdrawn: "The proposal is taken back. The present key goes on counting.",
  unsealed: "Open cases under an earlier key: {count}",
  unsealedText:
    "You can read them as always. Sealed anew, they open with the present key alone, also for everybody who comes later. Whoever still has the earlier one could go on opening them, if they got at the sealed data. You can interrupt this and go on later, also on another device.",
  reseal: "Seal open cases with the new key",
  resealing: "{done} of {all} cases done. Please leave this page open.",
  stop: "Interrupt",
  resealed: "Done. Sealed anew: {done}",
  resealedPartly: "Sealed anew: {done}. Not possible: {left}. The list is on this page.",
  listTitle: "Not sealed anew yet",
  untried: "Has not had its turn yet.",
  wrongTitle: "This case is wrongly sealed for the present key.",
  wrongText:
    "You are reading what the person has sealed for your office. Nothing is lost. Somebody of your office has left something else when sealing it anew, on purpose or by a faulty device. Please tell your information security.",
  more: "And more: {count}",
} as const;
