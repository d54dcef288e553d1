export const busy = {
  title: "Gerade ist sehr viel los.",
  text: "Wir versuchen es in {seconds} Sekunden von selbst noch einmal. Sie müssen nichts tun.",
  now: "Wir versuchen es jetzt noch einmal …",
  check: "Sicherheitsprüfung läuft. Sie müssen nichts tun.",
} as const;
