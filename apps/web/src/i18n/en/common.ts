export const common = {
  retry: "Try again",
  cancel: "Cancel",
  toStart: "Go to the home page",
  errorNumber: "Error number {number}",
} as const;
