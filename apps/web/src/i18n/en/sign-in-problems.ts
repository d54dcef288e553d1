import type { LoginRefusal } from "@dvd/domain/session/login";

export const signInProblems = {
  cancelled: {
    title: "You are not signed in.",
    text: "Signing in was cancelled, or the level of assurance that was asked for was not reached. Nothing has been lost. You can try again right away.",
  },
  "provider-down": {
    title: "The sign-in service cannot be reached right now.",
    text: "This is not your fault. Whoever is signed in already can go on working, and your cases are safe. Please try again in a few minutes.",
  },
  "not-begun-here": {
    title: "This sign-in was not begun in this browser.",
    text: "It may have taken too long, or a second window was open. You are not signed in, and nothing is lost. Please begin again here.",
  },
  "answer-invalid": {
    title: "The answer of the sign-in service was not genuine, or not for us.",
    text: "So we refused it. You are not signed in, and your cases are safe. Please try again. If the message comes back, please tell us.",
  },
  "used-twice": {
    title: "This sign-in has been used already.",
    text: "Each sign-in counts only once. Your cases are safe. Please sign in again.",
  },
  "not-fresh": {
    title: "The sign-in service took over an earlier sign-in.",
    text: "We need one where you have just proved who you are. You are not signed in, and your cases are safe. Please sign in again.",
  },
  "level-too-low": {
    title: "This needs a more reliable proof of your identity.",
    text: "Your sign-in did not reach the level of assurance that is needed. You are not signed in, and nothing is lost. At the sign-in service, please choose a stronger means, such as the eID card or a second factor.",
  },
  "claims-missing": {
    title: "The sign-in service told us too little.",
    text: "The level of assurance is missing, or for authorities, where you belong. You are not signed in, and your cases are safe. Within an authority, please ask your administration, otherwise us.",
  },
  "unknown-person": {
    title: "We do not know this sign-in.",
    text: "Everything went well at your provider, but access has not been set up here. You are not signed in. As a citizen, use the citizen account; within an authority, ask your administration.",
  },
  "removed-person": {
    title: "Your authority has ended your access.",
    text: "Everything worked at your provider, but here you no longer belong to the authority. You are not signed in. If you come back, ask the people who administer your authority for a new invitation. You will then make a new key as well.",
  },
  "invitation-unknown": {
    title: "We do not know this invitation.",
    text: "The seven words belong to no invitation of the authority where you signed in. You are not signed in, and nothing was changed. Please compare the words with your slip, or ask whoever gave it to you.",
  },
  "invitation-expired": {
    title: "This invitation has expired.",
    text: "You are not signed in, and nothing was changed. Please have a new invitation made.",
  },
  "invitation-used": {
    title: "This invitation was already redeemed.",
    text: "Each counts only once. If that was you, sign in without it. Otherwise please tell whoever administers your authority here at once.",
  },
  "invitation-withdrawn": {
    title: "This invitation was taken back.",
    text: "You are not signed in, and nothing was changed. Please ask whoever gave you the slip.",
  },
  trouble: {
    title: "Signing in is disrupted right now.",
    text: "The fault is on our side, not yours. You are not signed in, and your cases are safe. Please try again in a few minutes.",
  },
} as const satisfies Record<LoginRefusal, { title: string; text: string }>;
