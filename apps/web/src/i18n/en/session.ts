import type { Device } from "@dvd/domain/session/device";
import type { AssuranceLevel } from "@dvd/domain/assurance";

export const session = {
  left: {
    twoMinutes: "About two minutes left.",
    oneMinute: "About one minute left.",
    seconds: "Only a few seconds left.",
  },
  idle: {
    title: "Are you still there?",
    text: "In a moment we will seal your documents again, so that nobody else reads them. Nothing is lost. If you want to go on reading or writing, just stay signed in.",
  },
  total: {
    title: "Your sign-in is about to end.",
    text: "At this level of assurance a sign-in holds for a limited time only. Nothing is lost. Sign in once more in a new window, and you can go on here without interruption.",
  },
  stay: "Stay signed in",
  extending: "One moment …",
  extended: "You stay signed in.",
  signInAside: "Sign in in a new window",
  ended: {
    time: "Your sign-in has ended.",
    elsewhere: "You were signed out somewhere else.",
    text: "What you have written is still on this page and has not been sent. Sign in in a new window. Then this page goes on by itself.",
  },
  fresh: {
    title: "For this, please sign in once more.",
    why: {
      keys: "Somebody who is at your device for a moment must not be able to change who opens your documents.",
      members:
        "Somebody who is at your device for a moment must not be able to change who may do what in your authority.",
      log: "Somebody who is at your device for a moment must not be able to take your authority’s whole log along.",
      end: "Somebody who is at your device for a moment must not be able to delete your account.",
    },
    age: "So your sign-in may be at most {minutes} minutes old.",
    back: "Afterwards you are back on this page.",
    aside: "The sign-in opens in a new window. This page stays as it is, and goes on by itself afterwards.",
    action: "Sign in again",
  },
  list: {
    title: "You are signed in here",
    lead: "Is there a device that you do not know or have lost? Then sign it out. It is out at once.",
    here: "this device, right now",
    device: "{browser}, {system}",
    times: "Signed in since {since}, last used {last}",
    levels: {
      low: "Level of assurance: low",
      substantial: "Level of assurance: substantial",
      high: "Level of assurance: high",
    } satisfies Record<AssuranceLevel, string>,
    browsers: {
      firefox: "Firefox",
      edge: "Edge",
      chrome: "Chrome",
      safari: "Safari",
      other: "Another browser",
    } satisfies Record<Device["browser"], string>,
    systems: {
      android: "Android",
      ios: "iPhone or iPad",
      windows: "Windows",
      macos: "Mac",
      linux: "Linux",
      other: "another device",
    } satisfies Record<Device["system"], string>,
    end: "Sign out",
    endNamed: "Sign out {device}",
    ending: "Signing out …",
    ended: "Signed out.",
    others: "Sign out everywhere else",
    othersText: "You are signed in in several places. You can end all of them but this one at once.",
  },
} as const;
