export const signIn = {
  leaving: "Sie werden weitergeleitet …",
  offline: "Die Anmeldung ist gerade nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
} as const;
