export const units = {
  name: "Name der Stelle",
  nameHint: "So sehen ihn auch Bürgerinnen und Bürger.",
  nameError:
    "Bitte geben Sie einen Namen ein: höchstens 80 Zeichen, Buchstaben, Ziffern, Punkt, Komma, Klammern, Strich.",
  create: {
    title: "Neue Stelle",
    lead: "Eine neue Stelle hat zuerst nur einen Namen. Anliegen kommen erst zu ihr, wenn ihr erster Schlüssel unterschrieben ist und Ihre Zuständigkeiten sie nennen.",
    open: "Stelle anlegen",
    submit: "Anlegen",
    busy: "Wird angelegt …",
    done: "Die Stelle {unit} ist angelegt.",
  },
  rename: {
    open: "Umbenennen",
    of: "{unit} umbenennen",
    note: "Der neue Name gilt sofort und überall, auch bei früheren Vorgängen. Unterschrieben ist eine feste Nummer der Stelle und nicht ihr Name: Schlüssel, Verzeichnis und Eingangsbestätigungen gelten weiter. Was gedruckt ist, trägt den alten Namen.",
    submit: "Namen ändern",
    busy: "Wird geändert …",
    done: "Die Stelle heißt jetzt {unit}.",
  },
  close: {
    open: "Schließen",
    of: "{unit} schließen",
    blocked: "Diese Stelle kann noch nicht geschlossen werden.",
    obstacles: {
      rules:
        "Ihre Zuständigkeiten nennen sie. Zuerst veröffentlicht, wer die Zuständigkeiten pflegt, neue ohne diese Stelle.",
      cases:
        "Laufende Vorgänge: {count}. Ein Vorgang endet, wenn die Person ihn zurückzieht. An eine andere Stelle abgeben lässt er sich hier noch nicht.",
      key: "Ein vorgeschlagener Schlüssel wartet. Die Schlüsselstelle unterschreibt ihn, oder jemand aus der Stelle nimmt ihn zurück.",
      invitations: "Eine Einladung ist offen. Nehmen Sie sie oben zurück, oder warten Sie, bis sie eingelöst ist.",
    },
    title: "{unit} schließen?",
    now: "Ab sofort kommt nichts Neues mehr zu dieser Stelle: kein Vorgang, keine Person, kein Schlüssel. Wer gerade etwas für sie vorbereitet und noch nicht abgeschickt hat, bekommt das gesagt und wählt neu.",
    stays:
      "Die Personen der Stelle bleiben und lesen weiter, was schon da ist. Gelöscht wird nichts. Sie können die Stelle wieder öffnen.",
    confirm: "Stelle schließen",
    busy: "Wird geschlossen …",
    done: "Die Stelle {unit} ist geschlossen.",
  },
  closed: {
    tag: "geschlossen",
    title: "Diese Stelle ist geschlossen.",
    text: "Seit {at} kommt nichts Neues mehr zu ihr. Wer zu ihr gehört, liest weiter, was schon da ist.",
  },
  reopen: {
    open: "Wieder öffnen",
    of: "{unit} wieder öffnen",
    busy: "Wird geöffnet …",
    done: "Die Stelle {unit} ist wieder offen.",
  },
  keyless: {
    title: "Diese Stelle hat noch keinen Schlüssel.",
    text: "Bis dahin kommt kein Vorgang zu ihr. So bekommt sie einen:",
    step1: "Nehmen Sie eine Person auf, die schon einen eigenen Schlüssel hat, oder laden Sie eine ein.",
    step2: "Diese Person schlägt auf der Seite „Stelle“ den ersten Schlüssel vor.",
    step3:
      "Sie liest der Schlüsselstelle Ihrer Behörde die Ziffern des Schlüssels und ihre eigenen vor. Die Schlüsselstelle unterschreibt.",
    step4:
      "Danach bekommen die anderen den Schlüssel von ihr, und wer die Zuständigkeiten pflegt, kann die Stelle nennen.",
    waiting: "Der erste Schlüssel ist vorgeschlagen und wartet auf die Schlüsselstelle.",
  },
} as const;
