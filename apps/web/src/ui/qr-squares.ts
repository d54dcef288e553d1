import { encode } from "uqr";

/** 117 modules a side: at 60 millimetres a phone still reads it. In bytes, at error level M. */
export const largestQrCode = { version: 25, capacity: 997 };

/** The squares of a QR code, dark ones true, row by row, without its margin. */
export const qrSquares = (text: string): boolean[][] =>
  encode(text, { ecc: "M", boostEcc: false, border: 0, maxVersion: largestQrCode.version }).data;
