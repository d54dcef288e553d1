export const reference = {
  copy: "Nummer kopieren",
  copied: "Vorgangsnummer kopiert.",
} as const;
