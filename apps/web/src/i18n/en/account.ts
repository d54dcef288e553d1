export const account = {
  title: "Account",
  lead: "Your key, this device and your sign-in.",
  officeLead: "Where you are signed in, your ways back to your key, and this device.",
  keyTitle: "Your key",
  keyReady: "Your key is set up and ready on this device.",
  keyReadyText: "This device can open your cases. The key never leaves it in a readable form.",
  keyNone: "You do not have a key yet.",
  keyNoneText:
    "It is made on your device when you send something for the first time. Until then there is nothing to do.",
  device: "This device",
  deviceReady: "remembers your key in a form that cannot be read out",
  deviceNone: "does not know a key of yours yet",
  signInText:
    "When you sign out, everything here is locked again. On this device your sign-in is then enough to read on. On somebody else's device please choose “Forget this device” first.",
  toCases: "To my cases",
  toServices: "Choose a service",
} as const;
