export const colleagues = {
  title: "Meine Stelle",
  lead: "Mit wem Sie arbeiten und wer lesen kann. Den Schlüssel der Stelle gibt eine Person der anderen, nachdem beide ihre Ziffern verglichen haben.",
  loading: "Ihre Stelle wird geladen …",
  none: "Sie gehören zu keiner Stelle.",
  ownTitle: "Ihre Ziffern",
  ownText:
    "Lesen Sie diese Ziffern vor, wenn Ihnen jemand den Schlüssel der Stelle gibt: am besten Bildschirm neben Bildschirm. Geheim sind sie nicht.",
  youWait: "Sie haben den Schlüssel dieser Stelle noch nicht.",
  youWaitText:
    "Sie sehen, welche Vorgänge es gibt, und können sie nicht öffnen. Gehen Sie zu einer Person aus Ihrer Stelle, die lesen kann, und vergleichen Sie Ihre Ziffern. Laden Sie danach diese Seite neu.",
  youClosed: "Ihr Schlüssel dieser Stelle öffnet sich nicht.",
  youClosedText:
    "Was für Sie verschlossen wurde, enthält den Schlüssel nicht, absichtlich oder durch ein fehlerhaftes Gerät. Ihr Gerät hat das gemeldet, und es ist aufgezeichnet. Es ist nichts verloren: Gehen Sie zu einer Person aus Ihrer Stelle, die lesen kann, vergleichen Sie Ihre Ziffern, und lassen Sie sich den Schlüssel neu geben. Laden Sie danach diese Seite neu. Sagen Sie auch Ihrer Informationssicherheit Bescheid.",
  youUnsigned: "Ihre Antworten glaubt außerhalb noch niemand.",
  youUnsignedText:
    "Lesen können Sie. Damit die Geräte von Bürgerinnen und Bürgern Ihre Antworten annehmen, muss die Person, die den Schlüssel Ihrer Behörde verwahrt, Sie in das unterschriebene Verzeichnis aufnehmen. Vorgänge übernehmen und antworten können Sie erst danach.",
  give: "Schlüssel geben",
  giveAnew: "Schlüssel neu geben",
  giving: "Wird verschlossen und übergeben …",
  giveNow: "Schlüssel der Stelle geben",
  granted: "{post} kann jetzt lesen.",
  grantedBefore: "{post} hat den Schlüssel inzwischen von jemand anderem. Es wurde nichts geändert.",
  compareTitle: "Schlüssel von {unit} an {post} geben",
  compareText:
    "Diese Ziffern müssen auch auf dem Bildschirm dieser Person stehen, unter „Meine Stelle“. Vergleichen Sie alle zwölf Gruppen, nebeneinander oder am Telefon unter einer Nummer, die Sie schon kennen.",
  compareConfirm: "Alle Ziffern stimmen überein, und ich weiß, mit wem ich gesprochen habe.",
  compareHint:
    "Dass Sie den Schlüssel gegeben haben, wird aufgezeichnet. Stimmt etwas nicht überein, geben Sie ihn nicht und sagen Sie Ihrer Informationssicherheit Bescheid.",
  compareMissing: "Bitte vergleichen Sie zuerst die Ziffern und bestätigen Sie das.",
  differ: "Nicht geben",
} as const;
