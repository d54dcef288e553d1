export const common = {
  retry: "Nochmal versuchen",
  cancel: "Abbrechen",
  toStart: "Zur Startseite",
  errorNumber: "Fehlernummer {number}",
} as const;
