export const authorityKey = {
  code: "Number of the authority as a QR code",
  atTheCounter:
    "For comparing at the counter: the same number must be on the person's device, under “Key of the office checked”.",
  own: "Number of your authority",
} as const;
