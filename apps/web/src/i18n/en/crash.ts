export const crash = {
  title: "That did not work.",
  text: "Something went wrong on our side, not on yours. What you have already sent has arrived safely. Please try again.",
} as const;
