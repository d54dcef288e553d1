import type { DomainErrorCode } from "../errors.ts";

export const errors = {
  "request.invalid":
    "Eine Angabe hat nicht die erwartete Form. Es wurde nichts gespeichert. Bitte prüfen Sie Ihre Eingaben.",
  "request.too-large": "Das war zu viel auf einmal. Es wurde nichts gespeichert. Bitte teilen Sie es auf.",
  "request.foreign-origin":
    "Die Anfrage kam nicht von dieser Seite und wurde abgelehnt. Es ist nichts passiert. Bitte öffnen Sie die Seite neu.",
  "request.unknown-path": "Diese Adresse gibt es nicht. Es ist nichts verloren. Bitte beginnen Sie auf der Startseite.",
  "request.too-many":
    "Gerade ist sehr viel los. Es ist nichts verloren. Bitte versuchen Sie es in einer Minute noch einmal.",
  "request.in-flight":
    "Das wird gerade schon erledigt. Es geschieht nur einmal. Bitte versuchen Sie es gleich noch einmal.",
  "request.key-reused":
    "Zwei verschiedene Anfragen trugen dasselbe Kennzeichen. Die erste gilt, die zweite wurde nicht ausgeführt. Bitte laden Sie die Seite neu.",
  "proof.missing":
    "Die Sicherheitsprüfung fehlt. Es wurde nichts gesendet. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.",
  "proof.invalid":
    "Die Sicherheitsprüfung ist nicht gelungen. Es wurde nichts gesendet. Bitte versuchen Sie es noch einmal.",
  "proof.other-purpose":
    "Die Sicherheitsprüfung war für etwas anderes bestimmt. Es wurde nichts gesendet. Bitte laden Sie die Seite neu.",
  "proof.expired":
    "Die Sicherheitsprüfung ist zu lange her. Es wurde nichts gesendet, Ihre Eingaben sind noch da. Bitte versuchen Sie es noch einmal.",
  "proof.used":
    "Diese Sicherheitsprüfung wurde schon verwendet. Es wurde nichts doppelt gesendet. Bitte versuchen Sie es noch einmal.",
  "service.unavailable":
    "Der Dienst ist gerade nicht erreichbar. Was Sie abgeschickt haben, ist sicher. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  "auth.required":
    "Sie sind nicht mehr angemeldet. Was angekommen ist, bleibt sicher. Bitte melden Sie sich wieder an.",
  "auth.wrong-role":
    "Mit dieser Anmeldung geht das nicht. Es wurde nichts geändert. Bitte melden Sie sich mit dem passenden Zugang an.",
  "auth.assurance-too-low":
    "Dafür muss Ihre Identität sicherer geprüft sein. Es wurde nichts geändert. Bitte melden Sie sich auf dem höheren Vertrauensniveau an.",
  "auth.login-too-old":
    "Dafür brauchen wir eine frische Anmeldung: Ihre ist schon ein paar Minuten alt. Es wurde nichts geändert. Bitte melden Sie sich noch einmal an und versuchen Sie es dann erneut.",
  "auth.token-refused":
    "Dieser Zugang gilt hier nicht. Es wurde nichts ausgegeben. Bitte lassen Sie in Ihrer Behörde einen neuen ausstellen und tragen Sie ihn im Sammler ein.",
  "account.exists":
    "Für Ihre Anmeldung gibt es schon ein Konto. Es ist unverändert. Bitte laden Sie die Seite neu und entsperren Sie es.",
  "account.missing":
    "Für Ihre Anmeldung gibt es noch kein Konto. Es wurde nichts gesendet. Bitte laden Sie die Seite neu.",
  "account.renewal-open":
    "Für Ihr Konto sind schon Kopien angefordert. Daran hat sich nichts geändert. Bitte warten Sie, bis die Stellen entschieden haben.",
  "account.too-many-renewals":
    "Für Ihr Konto wurden schon so oft neue Schlüssel angelegt, wie möglich ist. Es wurde nichts geändert. Bitte wenden Sie sich an die Stelle, die Ihren Vorgang bearbeitet.",
  "account.nothing-to-object":
    "Gegen diese Schlüssel ist nichts offen. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "account.objection-invalid":
    "Der Widerspruch ist nicht mit Ihren bisherigen Schlüsseln unterschrieben. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "account.not-signed":
    "Die Änderung ist nicht mit dem Schlüssel Ihres Kontos unterschrieben, wie es jetzt ist. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "account.keys-unproven":
    "Ihre neuen Schlüssel hat noch keine Stelle bestätigt. Das Konto ist unverändert. Bitte lassen Sie zuerst eine Stelle prüfen, dass Sie es sind, oder nehmen Sie ein Gerät mit Ihren bisherigen Schlüsseln.",
  "vault.conflict":
    "Ihre Schlüssel wurden gerade auf einem anderen Gerät geändert. Beide Stände sind sicher. Bitte laden Sie die Seite neu.",
  "ways-back.last":
    "Das ist Ihr letzter Weg zurück, der allein genügt. Er bleibt bestehen. Richten Sie bitte zuerst einen anderen ein.",
  "ways-back.too-many":
    "Davon haben Sie schon so viele, wie möglich sind. Es wurde nichts geändert. Entfernen Sie bitte zuerst einen.",
  "ways-back.not-found":
    "Diesen Weg zurück gibt es nicht mehr. Ihre anderen Wege sind unverändert. Bitte laden Sie die Seite neu.",
  "device-link.gone":
    "Diese Anfrage gilt nicht mehr. Es wurde nichts freigegeben. Fangen Sie bitte auf dem neuen Gerät noch einmal an.",
  "service.not-found": "Dieses Anliegen gibt es nicht (mehr). Es wurde nichts gesendet. Bitte wählen Sie es neu aus.",
  "authority.not-found":
    "Diese Behörde kennen wir nicht. Es wurde nichts gesendet. Bitte wählen Sie Ihr Anliegen neu aus.",
  "form.not-found":
    "Dieses Formular gibt es nicht (mehr). Ihre Eingaben auf diesem Gerät sind unverändert. Bitte laden Sie die Seite neu.",
  "form.invalid":
    "Dieses Formular ist so nicht ausfüllbar. Es wurde nicht veröffentlicht, die bisherige Fassung gilt weiter. Bitte berichtigen Sie es.",
  "routing.no-office":
    "Für diesen Ort nimmt hier noch keine Stelle das Anliegen an. Es wurde nichts gesendet. Prüfen Sie die Postleitzahl oder fragen Sie bei Ihrer Gemeinde nach.",
  "routing.unknown-place":
    "Dieser Ort gehört nicht zu dieser Postleitzahl. Es wurde nichts gesendet. Bitte wählen Sie den Ort noch einmal aus.",
  "routing.place-needed":
    "Zu dieser Postleitzahl gehören mehrere Orte mit verschiedenen Stellen. Es wurde nichts gesendet. Bitte wählen Sie Ihren Ort aus.",
  "keys.not-the-receiver":
    "Die Sendung war nicht für diese Stelle verschlossen. Es wurde nichts gespeichert. Bitte laden Sie die Seite neu und senden Sie noch einmal.",
  "keys.grant-missing":
    "Für diesen Vorgang fehlt Ihnen der Schlüssel. Die Unterlagen sind sicher, aber hier nicht lesbar. Bitte wenden Sie sich an die Stelle.",
  "keys.grant-invalid":
    "Ein Schlüssel zu dieser Sendung ist nicht gültig. Es wurde nichts gespeichert. Bitte laden Sie die Seite neu und senden Sie noch einmal.",
  "keys.not-published":
    "Die Schlüssel dieser Behörde sind gerade noch nicht öffentlich bestätigt. Es wurde nichts gesendet und nichts geöffnet. Bitte versuchen Sie es in einer Minute noch einmal.",
  "case.not-found":
    "Diesen Vorgang gibt es nicht, oder er gehört nicht zu Ihrer Anmeldung. Ihre anderen Vorgänge sind unberührt. Bitte wählen Sie ihn aus der Liste.",
  "case.exists":
    "Dieser Vorgang ist schon angelegt. Es wurde nichts doppelt gespeichert. Bitte öffnen Sie ihn aus der Liste.",
  "case.under-way":
    "Diese Sendung ist schon unterwegs: Sie wurde in einem anderen Fenster abgeschickt. Was Sie hier danach geändert haben, ist nicht dabei; doppelt gesendet wird nichts. Bitte holen Sie mit „Nochmal versuchen“ die Bestätigung.",
  "case.settled-elsewhere":
    "Diese Sendung wurde in einem anderen Fenster bestätigt oder gelöscht. Von hier aus wird nichts mehr gesendet. Bitte sehen Sie unter „Meine Vorgänge“ nach, ob sie angekommen ist.",
  "case.conflict":
    "Der Vorgang hat sich gerade geändert. Ihre Änderung wurde nicht gespeichert. Bitte sehen Sie sich den neuen Stand an und entscheiden Sie noch einmal.",
  "case.already-claimed":
    "Jemand anderes hat diesen Vorgang schon übernommen. Es wurde nichts geändert. Bitte laden Sie die Liste neu.",
  "case.wrong-state":
    "Das ist im jetzigen Stand des Vorgangs nicht möglich. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "case.not-assigned":
    "Das kann nur, wer den Vorgang übernommen hat. Es wurde nichts gesendet und nichts geändert. Bitte übernehmen Sie ihn zuerst.",
  "case.citizen-left":
    "Die Person hat ihr Konto gelöscht und kann nichts mehr lesen. Es wurde nichts gesendet. Bitte nutzen Sie einen anderen Weg, zum Beispiel einen Brief.",
  "case.recused":
    "Sie sind in diesem Vorgang nicht tätig, weil Sie sich für befangen erklärt haben. Der Vorgang ist sicher, Ihre Kolleginnen und Kollegen bearbeiten ihn. War das ein Versehen, wenden Sie sich an die Leitung Ihrer Stelle.",
  "case.last-reader":
    "Außer Ihnen kann in dieser Stelle niemand diesen Vorgang lesen. Es wurde nichts geändert, Sie sind noch nicht befangen gemeldet. Bitte bearbeiten Sie ihn nicht weiter und sagen Sie Ihrer Leitung Bescheid: Zuerst muss eine andere Person den Schlüssel der Stelle bekommen.",
  "case.due-date":
    "Diese Frist ist nicht möglich. Es wurde nichts gesendet, Ihr Text ist noch da. Bitte wählen Sie einen Tag ab morgen und innerhalb eines Jahres.",
  "case.nothing-to-submit":
    "Es ist noch keine Unterlage dabei. Es wurde nichts abgeschickt. Bitte fügen Sie mindestens eine hinzu.",
  "case.too-many-drafts":
    "Sie haben schon 20 Sendungen angefangen und nicht abgeschickt. Alle sind unverändert. Bitte schicken Sie eine davon ab oder warten Sie: Angefangenes löschen wir nach 7 Tagen.",
  "unit.not-found":
    "Diese Stelle finden wir in Ihrer Behörde nicht. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "unit.name-taken":
    "So heißt in Ihrer Behörde schon eine Stelle, vielleicht eine geschlossene. Es wurde nichts geändert. Bitte wählen Sie einen anderen Namen.",
  "unit.closed":
    "Diese Stelle ist geschlossen und nimmt nichts Neues mehr an. Es wurde nichts gesendet und nichts geändert. Was schon da ist, bleibt. Bitte laden Sie die Seite neu und wählen Sie noch einmal.",
  "unit.not-closed": "Diese Stelle ist nicht geschlossen. Es ist nichts zu tun. Bitte laden Sie die Seite neu.",
  "unit.in-use":
    "Zu dieser Stelle kommt noch etwas, oder dort ist noch etwas offen. Sie ist nicht geschlossen. Bitte laden Sie die Seite neu: Dort steht, was zuerst zu tun ist.",
  "unit.no-key":
    "Der Schlüssel dieser Stelle ist noch nicht veröffentlicht. Es wurde nichts gesendet, und nichts ist verloren. Bitte versuchen Sie es später noch einmal.",
  "member.not-found":
    "Diese Person finden wir dort nicht: Vielleicht hat sich gerade etwas geändert. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "member.oneself":
    "Die eigenen Rechte ändert niemand selbst. Es ist alles, wie es war. Bitte fragen Sie eine andere Person, die Ihre Behörde verwaltet.",
  "member.last-holder":
    "In dieser Stelle kann sonst niemand lesen, was schon da ist: Mit dieser Person ginge der Schlüssel verloren, für immer. Es wurde nichts geändert. Bitte lassen Sie zuerst eine andere Person freischalten.",
  "member.post-taken":
    "Dieses Stellenzeichen hat schon jemand, oder dafür gibt es schon eine Einladung. Es wurde nichts geändert. Bitte nehmen Sie ein anderes, oder nehmen Sie die offene Einladung zuerst zurück.",
  "member.no-keys":
    "Diese Person hat noch keinen eigenen Schlüssel. Es wurde nichts freigegeben. Bitte warten Sie, bis sie sich zum ersten Mal angemeldet und ihn eingerichtet hat.",
  "member.not-signed":
    "Ihre Behörde hat Sie noch nicht in ihr unterschriebenes Verzeichnis aufgenommen. Es wurde nichts freigegeben. Bitte wenden Sie sich an die Schlüsselstelle Ihrer Behörde.",
  "member.not-believed":
    "Ihre Behörde hat Sie noch nicht in ihr unterschriebenes Verzeichnis aufgenommen. Was Sie schreiben, würde das Gerät der Bürgerin oder des Bürgers nicht annehmen. Deshalb wurde nichts geändert, und Ihr Text ist noch da. Bitte wenden Sie sich an die Person, die den Schlüssel Ihrer Behörde verwahrt.",
  "deputy.days":
    "Diese Tage sind nicht möglich. Es wurde nichts geändert. Bitte wählen Sie einen ersten Tag ab heute und einen letzten, der nicht davor liegt und höchstens 92 Tage umfasst.",
  "deputy.cannot-read":
    "Diese Person kann in keiner Ihrer Stellen lesen und Sie deshalb nicht vertreten. Es wurde nichts geändert. Bitte wählen Sie jemand anderen, oder geben Sie ihr zuerst unter „Meine Stelle“ den Schlüssel.",
  "deputy.overlap":
    "An einem dieser Tage vertritt Sie schon jemand. Daran hat sich nichts geändert. Bitte wählen Sie andere Tage, oder beenden Sie zuerst die andere Vertretung.",
  "deputy.not-found":
    "Diese Vertretung gibt es nicht mehr: Sie ist vorbei oder wurde beendet. Es ist nichts weiter zu tun. Bitte laden Sie die Seite neu.",
  "unit-key.not-held":
    "Sie haben den Schlüssel dieser Stelle nicht. Es wurde nichts geändert. Bitte lassen Sie ihn sich zuerst von einer Person aus Ihrer Stelle geben.",
  "unit-key.changed":
    "Für diese Stelle gilt inzwischen ein anderer Schlüssel. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "unit-key.proposed":
    "Für diese Stelle ist ein neuer Schlüssel vorgeschlagen und noch nicht unterschrieben. Es wurde nichts geändert. Bitte warten Sie auf die Schlüsselstelle, oder nehmen Sie den Vorschlag zurück.",
  "unit-key.not-proposed":
    "Dieser Vorschlag ist nicht mehr offen: Er wurde unterschrieben oder zurückgenommen. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "invitation.not-open":
    "Diese Einladung ist nicht mehr offen: Sie wurde eingelöst oder zurückgenommen. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "collector.not-open":
    "Diesen Zugang gibt es nicht mehr: Er wurde schon gesperrt. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "collector.too-many":
    "Ihre Behörde hat schon so viele Zugänge zum Sammeln, wie möglich sind. Die vorhandenen gelten weiter. Sperren Sie bitte zuerst einen, den niemand mehr braucht.",
  "copy.not-open":
    "Über diese Kopie wurde schon entschieden, oder es wurde widersprochen. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
  "copy.attestation-invalid":
    "Ihre Unterschrift passt nicht zu dieser Anfrage. Es wurde nichts freigegeben. Bitte laden Sie die Seite neu und vergleichen Sie die Ziffern noch einmal.",
  "draft.not-found":
    "Diesen Entwurf gibt es bei uns nicht mehr: Er ist abgeschickt, gelöscht oder zu alt. Was Sie hier sehen, ist noch auf diesem Gerät. Bitte sehen Sie unter „Meine Vorgänge“ nach, bevor Sie ihn abschicken.",
  "draft.conflict":
    "An diesem Entwurf wurde inzwischen an anderer Stelle weitergeschrieben. Beide Fassungen sind noch da. Bitte wählen Sie, mit welcher Sie weitermachen.",
  "draft.open-elsewhere":
    "Dieser Entwurf ist noch in einem anderen Fenster offen. Abgeschickt ist von hier aus nichts, und nichts geht verloren. Bitte schicken Sie ihn dort ab, oder schließen Sie das andere Fenster und versuchen Sie es hier noch einmal.",
  "draft.too-many":
    "Bei uns liegen schon 10 Entwürfe von Ihnen. Auf diesem Gerät ist alles gespeichert. Bitte schicken Sie einen davon ab oder löschen Sie ihn.",
  "document.not-found":
    "Diese Unterlage gibt es nicht. Ihre anderen Unterlagen sind unberührt. Bitte laden Sie die Seite neu.",
  "document.exists":
    "Diese Unterlage ist schon angelegt. Es wurde nichts doppelt gespeichert. Bitte laden Sie die Seite neu.",
  "document.not-stored":
    "Diese Unterlage ist noch nicht vollständig angekommen. Auf Ihrem Gerät ist sie unverändert. Bitte setzen Sie die Übertragung fort.",
  "container.malformed":
    "Die verschlossene Sendung ist beschädigt. Es wurde nichts gespeichert, Ihre Datei ist unverändert. Bitte senden Sie noch einmal.",
  "container.suite-unknown":
    "Diese Art der Verschlüsselung kennt der Server nicht. Es wurde nichts gespeichert. Bitte laden Sie die Seite neu, damit Ihr Gerät die aktuelle Fassung verwendet.",
  "container.wrong-case":
    "Die Sendung gehört zu einem anderen Vorgang. Es wurde nichts gespeichert. Bitte laden Sie die Seite neu und senden Sie noch einmal.",
  "container.wrong-sender":
    "Die Sendung ist nicht mit Ihrem Schlüssel unterschrieben. Es wurde nichts gespeichert. Bitte entsperren Sie Ihr Konto neu und senden Sie noch einmal.",
  "container.wrong-sequence":
    "Inzwischen ist eine andere Nachricht angekommen. Ihre ist noch nicht gesendet, der Text ist noch da. Bitte senden Sie noch einmal.",
  "container.frame-broken":
    "Bei der Übertragung ist etwas durcheinandergeraten. Es wurde nichts gespeichert, Ihre Datei ist unverändert. Bitte senden Sie noch einmal.",
  "container.wrong-size":
    "Es kam nicht so viel an, wie angekündigt war. Es wurde nichts gespeichert, Ihre Datei ist unverändert. Bitte senden Sie noch einmal.",
  "container.seal-invalid":
    "Das Siegel der Sendung passt nicht zum Inhalt. Es wurde nichts gespeichert, Ihre Datei ist unverändert. Bitte senden Sie noch einmal.",
  "upload.already-finished":
    "Diese Unterlage ist bereits angekommen. Sie ist sicher und kann nicht überschrieben werden. Für eine neue Fassung fügen Sie eine weitere hinzu.",
  "upload.incomplete":
    "Es fehlen noch Teile dieser Unterlage. Was schon da ist, bleibt gespeichert. Bitte setzen Sie die Übertragung fort.",
  "upload.part-unknown":
    "Ein Teil der Übertragung passt nicht zu dieser Unterlage. Er wurde verworfen, der Rest ist sicher. Bitte laden Sie die Seite neu.",
  "upload.quota-exceeded":
    "Mehr als 20 Gigabyte an einem Tag gehen nicht. Was schon übertragen ist, bleibt erhalten. Bitte laden Sie weitere Dateien morgen hoch.",
  "upload.submission-too-large":
    "Alle Dateien zusammen sind größer als 5 Gigabyte. So viel passt in eine Sendung, und noch einmal so viel lässt sich insgesamt nachreichen. Was schon übertragen ist, bleibt erhalten, abgeschickt ist davon noch nichts. Bitte entfernen Sie eine Datei, oder verkleinern Sie sie.",
  "upload.too-large":
    "Diese Datei ist zu groß. Es wurde nichts gespeichert. Bitte teilen Sie sie oder verkleinern Sie sie.",
  "upload.too-many":
    "Mehr als 20 Unterlagen auf einmal gehen nicht. Was schon übertragen ist, bleibt erhalten. Bitte fassen Sie mehrere in einer PDF zusammen.",
  "upload.too-slow":
    "Die Verbindung ist gerade zu langsam. Was schon da ist, bleibt gespeichert. Bitte setzen Sie die Übertragung später oder in einem anderen Netz fort.",
  "message.too-large":
    "Die Nachricht ist zu lang. Sie wurde nicht gesendet, der Text ist noch da. Bitte kürzen Sie sie oder hängen Sie ein PDF an.",
  "live.too-many":
    "Diese Seite ist zu oft gleichzeitig geöffnet. Es ist nichts verloren. Bitte schließen Sie andere Fenster oder Tabs davon.",
  internal:
    "Bei uns ist ein Fehler passiert. Was Sie abgeschickt haben, ist sicher. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
} as const satisfies Record<DomainErrorCode, string>;
