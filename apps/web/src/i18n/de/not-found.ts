export const notFound = {
  title: "Diese Seite gibt es nicht (mehr).",
  text: "Vielleicht ist die Adresse unvollständig, oder die Seite ist umgezogen. Ihre Vorgänge sind davon nicht betroffen.",
} as const;
