export const drafts = {
  checking: "Wir sehen nach, ob Sie schon angefangen haben …",
  nothing: "Was Sie schreiben, speichern wir verschlüsselt auf diesem Gerät. Bei uns liegt davon noch nichts.",
  saved: "Verschlüsselt gespeichert auf diesem Gerät um {time} Uhr. Bei uns liegt davon noch nichts.",
  shared:
    "Verschlüsselt gespeichert um {time} Uhr, auf diesem Gerät und verschlossen bei uns. Lesen können es nur Ihre Geräte.",
  evictable:
    "Wird auf diesem Gerät der Platz knapp, kann Ihr Browser es löschen. Warten Sie mit dem Abschicken deshalb nicht zu lange.",
  failedTitle: "Die letzten Eingaben sind noch nicht gespeichert.",
  manage: "Später oder woanders weitermachen",
  expires:
    "Sie können diese Seite schließen und später unter „Meine Vorgänge“ weitermachen. 7 Tage nach der letzten Änderung löschen wir den Entwurf.",
  share: "Auch auf einem anderen Gerät weitermachen",
  sharing: "Wird verschlossen abgelegt …",
  shareHint:
    "Wir legen Ihre Angaben dann verschlossen bei uns ab; öffnen können sie nur Ihre eigenen Geräte. Dateien bleiben auf diesem Gerät, nur ihre Namen kommen mit.",
  shareDone:
    "Melden Sie sich auf dem anderen Gerät an und entsperren Sie es. Den Entwurf finden Sie dort unter „Meine Vorgänge“. Dateien wählen Sie dort noch einmal aus.",
  shareAnnounce: "Verschlossen abgelegt. Sie können auf einem anderen Gerät weitermachen.",
  shareLater:
    "Auf einem anderen Gerät können Sie weitermachen, sobald Sie einen Schlüssel haben. Er entsteht, wenn Sie zum ersten Mal etwas abschicken.",
  discard: "Entwurf löschen",
  discardNamed: "Entwurf löschen: {title}",
  discardAsk: "Soll dieser Entwurf gelöscht werden?",
  discardText:
    "Ihre Angaben und die Dateien dazu sind danach weg, auf diesem Gerät und bei uns. Abgeschickt wurde davon noch nichts. Was ein anderes Ihrer Geräte schon übertragen hat, löschen wir spätestens nach 7 Tagen.",
  discardYes: "Ja, Entwurf löschen",
  discardNo: "Nein, behalten",
  discarded: "Entwurf gelöscht.",
  choiceTitle: "Sie haben schon angefangen.",
  choiceLead: "Noch ist nichts abgeschickt. Machen Sie weiter, oder fangen Sie neu an; Ihr Entwurf bleibt dann liegen.",
  choiceUnconfirmed:
    "Eine Sendung ist schon unterwegs, ihr Empfang aber noch nicht bestätigt. Holen Sie zuerst die Bestätigung; doppelt gesendet wird dabei nichts.",
  unconfirmed: "Schon unterwegs. Der Empfang ist noch nicht bestätigt.",
  unconfirmedTitle: "Unterwegs, noch nicht bestätigt",
  unconfirmedLead: "Ihr Gerät hat das abgeschickt, aber noch keine Empfangsbestätigung. Doppelt gesendet wird nichts.",
  confirm: "Empfang bestätigen lassen",
  confirmNamed: "Empfang bestätigen lassen: {title}",
  discardUnconfirmed:
    "Ihre Angaben und die Dateien dazu sind danach auf diesem Gerät weg. Falls die Sendung schon angekommen ist, bleibt sie bei der Stelle, und Sie finden sie unter „Meine Vorgänge“.",
  goOn: "Weitermachen",
  goOnNamed: "Weitermachen: {title}",
  beginAnew: "Neu anfangen",
  changedAt: "Zuletzt geändert am {date}, {time} Uhr",
  expiresAt: "Wird am {date} gelöscht, wenn Sie nichts mehr ändern.",
  otherTitle: "Es gibt zwei Fassungen davon.",
  other: "Auf einem anderen Gerät wurde weitergeschrieben, am {date}, {time} Uhr.",
  goOnOther: "Mit der Fassung vom anderen Gerät weitermachen",
  formNewer:
    "Das Formular wurde inzwischen geändert. Ihre Angaben sind noch da; bitte sehen Sie sie durch, bevor Sie abschicken.",
  conflictTitle: "An diesem Entwurf wurde woanders weitergeschrieben.",
  conflict:
    "In einem anderen Fenster oder auf einem anderen Gerät gibt es eine andere Fassung, vom {date}, {time} Uhr. Beide sind noch da. Mit welcher machen Sie weiter?",
  conflictTheirs: "Mit der anderen Fassung",
  conflictMine: "Mit dem, was hier steht",
  listTitle: "Noch nicht abgeschickt",
  listLead: "Nur Ihre Geräte können das lesen.",
} as const;
