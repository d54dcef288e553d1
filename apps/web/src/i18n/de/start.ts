export const start = {
  title: "Ihr direkter Draht zum Amt – verschlüsselt.",
  lead: "Schicken Sie Unterlagen und fragen Sie nach. Lesen können es nur Sie und die zuständige Stelle.",
  allServices: "Alle Anliegen",
  byPhone: "Lieber am Telefon? Behördennummer 115, montags bis freitags von 8 bis 18 Uhr.",
  pictureAlt:
    "Zeichnung: Von einem Wohnhaus läuft eine einzige Schnur zu einem Rathaus. In der Mitte ist mit ihr ein Paket verschnürt und versiegelt. Ein Schlüssel liegt beim Haus, einer beim Rathaus. Das Auge über dem Paket ist geschlossen.",
  promisesTitle: "Was wir Ihnen versprechen",
  promises: {
    blind: {
      title: "Wir können nicht hineinsehen",
      text: "Ihr Gerät verschließt Ihre Unterlagen, bevor sie es verlassen. Den Schlüssel haben nur Sie und die Stelle.",
    },
    key: {
      title: "Richtiger Schlüssel oder gar nicht",
      text: "Passt der Schlüssel einer Stelle nicht zu ihrer Behörde, wird nichts gesendet. Es gibt kein „trotzdem weiter“.",
    },
    receipt: {
      title: "Abgeschickt heißt angekommen",
      text: "„Abgeschickt“ lesen Sie erst, wenn Ihr Gerät die unterschriebene Empfangsbestätigung geprüft hat.",
    },
  },
  howTitle: "So funktioniert es",
  steps: {
    choose: {
      title: "Auswählen",
      text: "Sie sagen, worum es geht und wo. Daraus ergibt sich die zuständige Stelle.",
    },
    seal: {
      title: "Verschließen",
      text: "Ihr Gerät verpackt und versiegelt die Unterlagen. Erst dann gehen sie auf die Reise.",
    },
    answer: {
      title: "Antwort lesen",
      text: "Die Stelle öffnet mit ihrem Schlüssel und antwortet Ihnen. Auch das lesen nur Sie beide.",
    },
  },
  honestTitle: "Und was sehen wir trotzdem?",
  honestText:
    "Zum Beispiel wann etwas gesendet wurde, wie groß es ungefähr ist und an welche Stelle es geht. Wir schreiben offen auf, was unser Server weiß und was nicht.",
  honestLink: "Was der Server sieht",
} as const;
