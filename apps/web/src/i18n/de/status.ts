export const status = {
  citizen: { draft: "Entwurf", sent: "Abgeschickt", arrived: "Angekommen", inReview: "Wird geprüft" },
  official: { draft: "Entwurf", new: "Neu", claimed: "Übernommen" },
} as const;
