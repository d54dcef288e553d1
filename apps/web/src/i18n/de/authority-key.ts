export const authorityKey = {
  code: "Kennzahl der Behörde als QR-Code",
  atTheCounter:
    "Zum Vergleichen am Schalter: Diese Zahl muss auch auf dem Gerät der Person stehen, unter „Schlüssel der Stelle geprüft“.",
  own: "Kennzahl Ihrer Behörde",
} as const;
