export const status = {
  citizen: {
    draft: "Entwurf",
    sent: "Abgeschickt",
    arrived: "Angekommen",
    inReview: "Wird geprüft",
    needsYou: "Sie sind dran",
    withdrawn: "Zurückgezogen",
  },
  official: {
    draft: "Entwurf",
    new: "Neu",
    claimed: "Übernommen",
    waiting: "Wartet auf Antwort",
    withdrawn: "Zurückgezogen",
  },
} as const;
