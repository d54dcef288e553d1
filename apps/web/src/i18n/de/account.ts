export const account = {
  title: "Konto",
  lead: "Ihr Schlüssel, dieses Gerät und Ihre Anmeldung.",
  officeLead: "Ihre Anmeldungen, Ihre Wege zurück zum Schlüssel und dieses Gerät.",
  keyTitle: "Ihr Schlüssel",
  keyReady: "Ihr Schlüssel ist eingerichtet und auf diesem Gerät bereit.",
  keyReadyText: "Dieses Gerät kann Ihre Vorgänge öffnen. Der Schlüssel verlässt es nicht in lesbarer Form.",
  keyNone: "Sie haben noch keinen Schlüssel.",
  keyNoneText: "Er entsteht auf Ihrem Gerät, wenn Sie zum ersten Mal etwas abschicken. Bis dahin ist nichts zu tun.",
  device: "Dieses Gerät",
  deviceReady: "merkt sich Ihren Schlüssel in einer Form, die sich nicht auslesen lässt",
  deviceNone: "kennt noch keinen Schlüssel von Ihnen",
  signInText:
    "Wenn Sie sich abmelden, wird hier alles wieder verschlossen. Auf diesem Gerät genügt danach Ihre Anmeldung, um weiterzulesen. An einem fremden Gerät wählen Sie bitte vorher „Dieses Gerät vergessen“.",
  toCases: "Zu meinen Vorgängen",
  toServices: "Anliegen auswählen",
} as const;
