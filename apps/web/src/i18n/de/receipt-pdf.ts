export const receiptPdf = {
  save: "Als PDF speichern",
  file: "Empfangsbestaetigung-{reference}.pdf",
  title: "Empfangsbestätigung {reference}",
  lead: "Der Server hat bestätigt, dass alle {count} Teile Ihrer Sendung vollständig angekommen sind. Diese Bestätigung ist unterschrieben; die Behörde bürgt für die Unterschrift.",
  reference: "Vorgangsnummer",
  check:
    "Prüfen kann das jede Person, ohne Anmeldung: mit der Handykamera über den Code oder mit der Datei unter {address}. Vergleichen Sie dabei die Kennzahl der Behörde.",
  withoutCode:
    "Dieser Beleg nennt zu viele Teile für einen Code. Bewahren Sie deshalb auch die Beleg-Datei auf: Mit ihr kann ihn jede Person ohne Anmeldung prüfen, unter {address}. Dieses Blatt allein beweist nichts.",
  code: "Code zum Prüfen dieses Belegs. Er führt zur Prüfseite und enthält den ganzen Beleg.",
} as const;
