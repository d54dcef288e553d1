export const common = {
  retry: "Nochmal versuchen",
  toStart: "Zur Startseite",
  errorNumber: "Fehlernummer {number}",
} as const;
