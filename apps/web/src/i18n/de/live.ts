export const live = {
  offlineTitle: "Sie sind offline.",
  offline: "Sie können weiterlesen und weiterschreiben. Absenden geht erst, wenn Sie wieder verbunden sind.",
  reconnecting: "Neuigkeiten kommen gerade verzögert an. Wir verbinden neu …",
} as const;
