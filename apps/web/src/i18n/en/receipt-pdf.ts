export const receiptPdf = {
  save: "Save as a PDF",
  file: "confirmation-of-receipt-{reference}.pdf",
  title: "Confirmation of receipt {reference}",
  lead: "The server has confirmed that all {count} parts of your parcel have arrived completely. This confirmation is signed; the authority vouches for the signature.",
  reference: "Case number",
  check:
    "Anybody can check this without signing in: with the camera of a phone and the code, or with the file at {address}. Please compare the number of the authority.",
  withoutCode:
    "This receipt names too many parts for a code. Please keep the receipt file as well: with it anybody can check the receipt without signing in, at {address}. This sheet alone proves nothing.",
  code: "Code to check this receipt. It leads to the page that checks it and holds the whole receipt.",
} as const;
