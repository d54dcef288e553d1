export const reference = {
  copy: "Copy the number",
  copied: "Case number copied.",
} as const;
