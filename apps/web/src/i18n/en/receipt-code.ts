export const receiptCode = {
  title: "Code to check this receipt",
  description:
    "QR code with the link to the page “Check a receipt”. It holds number, time, extent and check sums, but no content.",
  text: "Who scans this code checks the receipt on their own device. It holds number, time, extent and check sums, but no content.",
  tooLong:
    "This receipt names too many parts for a code. Save it as a file in the case: the file can be checked as well.",
  check: "Check the receipt",
  print: "Print the receipt",
} as const;
