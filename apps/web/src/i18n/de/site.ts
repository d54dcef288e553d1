export const site = {
  name: "DirektVermittlung",
  demoLong: "Vorführung mit erfundenen Behörden. Bitte senden Sie nichts Echtes.",
  description: "Unterlagen direkt und verschlüsselt an die zuständige Stelle senden.",
} as const;
