export const status = {
  citizen: {
    draft: "Draft",
    sent: "Sent",
    arrived: "Arrived",
    inReview: "In review",
    needsYou: "Your turn",
    withdrawn: "Withdrawn",
  },
  official: {
    draft: "Draft",
    new: "New",
    claimed: "Claimed",
    waiting: "Waiting for an answer",
    withdrawn: "Withdrawn",
  },
} as const;
