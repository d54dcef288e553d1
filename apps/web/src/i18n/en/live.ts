export const live = {
  offlineTitle: "You are offline.",
  offline: "You can go on reading and writing. Sending works again once you are connected.",
  reconnecting: "News arrive late at the moment. We are reconnecting …",
} as const;
