export const status = {
  citizen: { draft: "Draft", sent: "Sent", arrived: "Arrived", inReview: "In review" },
  official: { draft: "Draft", new: "New", claimed: "Claimed" },
} as const;
