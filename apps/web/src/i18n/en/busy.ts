export const busy = {
  title: "There is a lot going on right now.",
  text: "We will try again by ourselves in {seconds} seconds. You need not do anything.",
  now: "We are trying again now …",
  check: "A security check is running. You need not do anything.",
} as const;
