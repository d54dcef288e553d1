export const notFound = {
  title: "This page does not exist (any more).",
  text: "The address may be incomplete, or the page has moved. Your cases are not affected.",
} as const;
