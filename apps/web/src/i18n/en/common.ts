export const common = {
  retry: "Try again",
  toStart: "Go to the home page",
  errorNumber: "Error number {number}",
} as const;
