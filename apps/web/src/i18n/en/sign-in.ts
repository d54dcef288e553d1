export const signIn = {
  leaving: "Taking you there …",
  offline: "Signing in is not possible right now. Check your connection and try again.",
} as const;
