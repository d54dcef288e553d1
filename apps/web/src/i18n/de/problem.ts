export const problem = {
  title: "Das hat nicht geklappt.",
  unreachableTitle: "Keine Verbindung.",
  unreachable:
    "Der Server antwortet nicht. Auf Ihrem Gerät ist nichts verloren. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  signInTitle: "Sie sind nicht mehr angemeldet.",
  signInHere:
    "Ihre Eingaben sind noch da. Melden Sie sich in einem neuen Fenster wieder an, kommen Sie hierher zurück und versuchen Sie es noch einmal.",
  signInAgain: "In neuem Fenster anmelden",
  keyChangedTitle: "Der Schlüssel dieser Stelle hat sich unerwartet geändert.",
  keyChanged:
    "Wir senden nichts, bis das geklärt ist. Diese Sendung hat Ihr Gerät nicht verlassen. Rufen Sie die Stelle bitte unter der Nummer an, die Sie von ihr kennen.",
  keyOtherTitle: "Der Schlüssel dieser Behörde ist nicht der, den Ihr Gerät kennt.",
  keyOther:
    "Solange das nicht geklärt ist, öffnen wir hier nichts von ihr. Was schon angekommen ist, bleibt verschlossen und sicher. Fragen Sie bitte bei der Behörde nach, unter einer Nummer, die Sie schon kennen.",
  keyStaleTitle: "Seit drei Tagen hat niemand die Schlüssel dieser Behörde bestätigt.",
  keyStale:
    "Darum senden wir gerade nichts. Was Sie geschrieben haben, ist noch auf Ihrem Gerät, und lesen können Sie weiter. Bitte versuchen Sie es später noch einmal.",
  keyUnprovenTitle: "Die Schlüssel dieser Behörde lassen sich nicht prüfen.",
  keyUnproven:
    "Was die Behörde über ihre Schlüssel unterschrieben hat, ist abgelaufen oder passt nicht. Solange das so ist, wird hier nichts gesendet und nichts geöffnet. Was schon angekommen ist, bleibt sicher. Bitte versuchen Sie es später noch einmal, oder fragen Sie bei der Behörde nach.",
  vaultTitle: "Ihre Schlüssel lassen sich nicht öffnen.",
  vault:
    "Was der Server als Ihren Schlüsselbund ausgibt, passt nicht zu Ihrem Konto oder ist veraltet. Ihre Unterlagen sind nicht weg. Laden Sie die Seite bitte neu; bleibt es so, wenden Sie sich an die Stelle.",
  senderTitle: "Absender nicht bewiesen.",
  sender:
    "Es ist nicht bewiesen, von wem dieser Inhalt kommt. Deshalb öffnen wir ihn nicht. Es ist nichts verloren. Bitte laden Sie die Seite neu; bleibt es so, geben Sie bitte der Stelle oder Ihrer Administration Bescheid.",
  receiptTitle: "Die Empfangsbestätigung stimmt nicht.",
  receipt:
    "Sie passt nicht zu dieser Sendung oder ist nicht richtig unterschrieben. Verlassen Sie sich nicht darauf, dass alles angekommen ist. Bitte versuchen Sie es noch einmal oder fragen Sie bei der Stelle nach.",
  fileChangedTitle: "Ihre Datei hat sich geändert.",
  fileChanged:
    "Seit Sie sie ausgewählt haben, wurde sie verschoben oder bearbeitet. Es wurde nichts abgeschickt. Gehen Sie bitte zurück und wählen Sie die Datei noch einmal aus.",
  contentTitle: "Das lässt sich nicht öffnen.",
  content:
    "Der Inhalt ist beschädigt, oder es ist nicht bewiesen, von wem er kommt. Deshalb zeigen wir ihn nicht. Bitte laden Sie die Seite neu; bleibt es so, fragen Sie bei der Stelle nach.",
  recoveryFormat:
    "Der Schlüssel hat acht Gruppen mit je fünf Zeichen. Bitte vergleichen Sie Ihre Eingabe mit Ihrer Notiz.",
  recoveryGroup: "In der {group}. Gruppe stimmt etwas nicht. Bitte vergleichen Sie sie mit Ihrer Notiz.",
  recoveryOther: "Dieser Wiederherstellungsschlüssel gehört zu einem anderen Konto. Bitte nehmen Sie den richtigen.",
  wordsFormat: "Es sind sieben Wörter mit je vier Buchstaben. Bitte vergleichen Sie Ihre Eingabe mit Ihrer Notiz.",
  wordsGroup: "Im {group}. Wort stimmt etwas nicht. Bitte vergleichen Sie es mit Ihrer Notiz.",
  wordsOther:
    "Diese Wörter öffnen dieses Konto nicht. Es ist nichts verloren. Bitte vergleichen Sie sie mit Ihrer Notiz.",
  linkTitle: "Das passt nicht zusammen.",
  link: "Diese Wörter gehören nicht zu dem Gerät, das gerade fragt. Es wurde nichts freigegeben. Vergleichen Sie die Wörter bitte, oder fangen Sie auf dem neuen Gerät noch einmal an.",
  slotWeakTitle: "Der Server verlangt weniger Schutz, als erlaubt ist.",
  slotWeak:
    "Wir haben Ihre Wörter deshalb nicht verwendet. Ihre Unterlagen sind sicher. Nehmen Sie bitte Ihren Wiederherstellungsschlüssel.",
} as const;
