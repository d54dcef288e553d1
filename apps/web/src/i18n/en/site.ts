export const site = {
  name: "DirektVermittlung",
  demoLong: "Demonstration with fictional authorities. Please do not send anything real.",
  description: "Send documents straight to the responsible office, encrypted.",
} as const;
