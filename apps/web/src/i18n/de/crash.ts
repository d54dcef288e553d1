export const crash = {
  title: "Das hat nicht geklappt.",
  text: "Bei uns ist ein Fehler passiert, nicht bei Ihnen. Was Sie schon abgeschickt haben, ist sicher angekommen. Versuchen Sie es bitte noch einmal.",
} as const;
