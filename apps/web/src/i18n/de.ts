import type { DomainErrorCode } from "@dvd/domain/errors";

/**
 * The reference: its keys are the contract for every other language. Polite, active, short, the verb first. An error says
 * what happened, what is safe, and what to do. `{name}` is filled in.
 */
export const de = {
  site: {
    name: "DirektVermittlung",
    demo: "Vorführung",
    demoLong: "Vorführung mit erfundenen Behörden. Bitte senden Sie nichts Echtes.",
    description: "Unterlagen direkt und verschlüsselt an die zuständige Stelle senden.",
  },
  header: {
    skip: "Zum Inhalt springen",
    home: "DirektVermittlung, Startseite",
    navigation: "Hauptnavigation",
    services: "Anliegen",
    cases: "Meine Vorgänge",
    help: "Hilfe",
    signIn: "Anmelden",
    account: "Konto",
    inbox: "Eingang",
    signedInAs: "Angemeldet:",
    citizenAccount: "Bürgerkonto",
    authority: "Behörde",
    signOut: "Abmelden",
    signingOut: "Wird abgemeldet …",
    signOutFailed: "Sie sind noch angemeldet: Der Server war nicht erreichbar. Versuchen Sie es bitte noch einmal.",
  },
  footer: {
    navigation: "Rechtliches und Vertrauen",
    serverSees: "Was der Server sieht",
    security: "Wie die Verschlüsselung wirkt",
    checkReceipt: "Beleg prüfen",
    accessibility: "Barrierefreiheit",
    reportBarrier: "Barriere melden",
    privacy: "Datenschutz",
    imprint: "Impressum",
    language: "Sprache",
    theme: "Darstellung",
    themeAuto: "Wie mein Gerät",
    themeLight: "Hell",
    themeDark: "Dunkel",
    chosen: "ausgewählt",
  },
  common: {
    retry: "Nochmal versuchen",
    toStart: "Zur Startseite",
    errorNumber: "Fehlernummer {number}",
  },
  crash: {
    title: "Das hat nicht geklappt.",
    text: "Bei uns ist ein Fehler passiert, nicht bei Ihnen. Was Sie schon abgeschickt haben, ist sicher angekommen. Versuchen Sie es bitte noch einmal.",
  },
  notFound: {
    title: "Diese Seite gibt es nicht (mehr).",
    text: "Vielleicht ist die Adresse unvollständig, oder die Seite ist umgezogen. Ihre Vorgänge sind davon nicht betroffen.",
  },
  start: {
    title: "Ihr direkter Draht zum Amt – verschlüsselt.",
    lead: "Schicken Sie Unterlagen und fragen Sie nach. Lesen können es nur Sie und die zuständige Stelle.",
    choose: "Anliegen auswählen",
    how: "So funktioniert es",
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
  },
  services: {
    title: "Was möchten Sie erledigen?",
    filter: "Worum geht es?",
    filterHint: "Gesucht wird auf Ihrem Gerät. Wir erfahren nicht, wonach Sie suchen.",
    count: "{count} Anliegen gefunden",
    countOne: "1 Anliegen gefunden",
    none: "Kein Anliegen passt zu Ihren Wörtern. Nehmen Sie weniger oder andere, oder beschreiben Sie es in eigenen Worten.",
    showAll: "Alle Anliegen zeigen",
    need: "Das brauchen Sie:",
    needNothing: "Sie brauchen keine besonderen Unterlagen.",
    start: "Online erledigen",
    failedTitle: "Die Anliegen lassen sich gerade nicht laden.",
    failedText:
      "Ihre Vorgänge und Unterlagen sind davon nicht betroffen. Laden Sie die Seite bitte in einem Augenblick neu.",
    reload: "Seite neu laden",
    empty: "Hier ist noch kein Anliegen freigeschaltet.",
  },
  office: {
    inboxTitle: "Eingang",
    caseTitle: "Vorgang",
    answeringAs: "Sie antworten als {name}.",
    listName: "Vorgangsliste",
    loading: "Die Vorgänge werden geladen …",
    empty: "Alles verteilt. Neue Vorgänge erscheinen hier von selbst.",
    waitingNone: "Alles verteilt.",
    waitingOne: "1 Vorgang wartet darauf, dass jemand ihn übernimmt.",
    waiting: "{count} Vorgänge warten darauf, dass jemand sie übernimmt.",
    arrivedOne: "1 neuer Vorgang",
    arrived: "{count} neue Vorgänge",
    more: "Nachladen",
    moreBusy: "Wird nachgeladen …",
    moreDone: "{count} weitere Vorgänge geladen",
    columns: {
      service: "Anliegen",
      person: "Person",
      unit: "Stelle",
      status: "Status",
      received: "Eingang",
      assigned: "Zuständig",
    },
    reference: "Vorgangsnummer",
    login: "Anmeldung",
    loginLow: "Vertrauensniveau normal",
    loginSubstantial: "Vertrauensniveau substanziell",
    loginHigh: "Vertrauensniveau hoch",
    personLoading: "wird entschlüsselt",
    personUnproven: "Absender nicht bewiesen",
    personUnreadable: "auf diesem Gerät nicht lesbar",
    personNameless: "ohne Namen",
    assignedNobody: "noch niemand",
    assignedMe: "Sie",
    assignedColleague: "jemand aus der Stelle",
    claim: "Übernehmen",
    claimBusy: "Wird übernommen …",
    claimed: "Übernommen. Sie sind jetzt zuständig.",
    claimFailed: "Der Vorgang wurde nicht übernommen.",
    shortcuts: {
      title: "Tasten",
      next: "nächster",
      previous: "voriger",
      open: "öffnen",
      claim: "übernehmen",
      switch: "Einzeltasten",
      on: "ein",
      off: "aus",
      chooseFirst: "Gehen Sie zuerst mit J oder K zu einem Vorgang.",
      taken: "Dieser Vorgang ist schon übernommen.",
    },
    back: "Zum Eingang",
    caseLoading: "Wird geladen und auf Ihrem Gerät entschlüsselt …",
    caseNotFound: "Diesen Vorgang finden wir nicht.",
    received: "Eingegangen",
    open: {
      title: "Noch niemand hat diesen Vorgang übernommen.",
      text: "Lesen kann Ihre ganze Stelle. Antworten kann, wer ihn übernimmt.",
      action: "Vorgang übernehmen",
    },
    taken: {
      title: "Jemand aus Ihrer Stelle bearbeitet diesen Vorgang.",
      text: "Sie können alles lesen. Antworten kann nur, wer ihn übernommen hat.",
    },
    documents: "Unterlagen",
    conversation: "Gespräch",
    someone: "die absendende Person",
    reply: "Antwort an {name}",
    replyHint: "Als {from}. Ihr Gerät verschließt die Antwort; lesen können sie nur {name} und Ihre Stelle.",
    send: "Antwort an {name} senden",
  },
  account: {
    title: "Konto",
    lead: "Ihr Schlüssel, dieses Gerät und Ihre Anmeldung.",
    keyTitle: "Ihr Schlüssel",
    keyReady: "Ihr Schlüssel ist eingerichtet und auf diesem Gerät bereit.",
    keyReadyText: "Dieses Gerät kann Ihre Vorgänge öffnen. Der Schlüssel verlässt es nicht in lesbarer Form.",
    keyNone: "Sie haben noch keinen Schlüssel.",
    keyNoneText: "Er entsteht auf Ihrem Gerät, wenn Sie zum ersten Mal etwas abschicken. Bis dahin ist nichts zu tun.",
    device: "Dieses Gerät",
    deviceReady: "merkt sich Ihren Schlüssel in einer Form, die sich nicht auslesen lässt",
    deviceNone: "kennt noch keinen Schlüssel von Ihnen",
    signInTitle: "Anmeldung",
    signInText:
      "Wenn Sie sich abmelden, wird hier alles wieder verschlossen. Auf diesem Gerät genügt danach Ihre Anmeldung, um weiterzulesen. An einem fremden Gerät wählen Sie bitte vorher „Dieses Gerät vergessen“.",
    toCases: "Zu meinen Vorgängen",
    toServices: "Anliegen auswählen",
  },
  signIn: {
    leaving: "Sie werden weitergeleitet …",
    offline: "Die Anmeldung ist gerade nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  },
  problem: {
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
  },
  keys: {
    checking: "Ihre Schlüssel werden auf diesem Gerät geöffnet …",
    reloaded: "Ihre Schlüssel wurden auf einem anderen Gerät geändert. Wir haben sie neu geladen.",
    failedTitle: "Ihre Schlüssel lassen sich gerade nicht laden.",
    ways: {
      title: "Wege zurück zu Ihrem Schlüssel",
      lead: "Auf einem neuen Gerät öffnet jeder dieser Wege alles wieder. Wir haben von keinem eine Kopie. Richten Sie am besten zwei ein.",
      since: "eingerichtet am {date}",
      added: "Eingerichtet. Ab jetzt kommen Sie auch so zurück.",
      removed: "Entfernt. Ihre anderen Wege zurück gelten weiter.",
      stays: "Lässt sich nicht entfernen: Ein Weg, der auch ohne Passkey genügt, muss bleiben.",
      renew: "{way} ersetzen",
      renewShort: "Ersetzen",
      remove: "{way} entfernen",
      removeShort: "Entfernen",
      removeAsk: "Danach öffnet dieser Weg nichts mehr. Die anderen gelten weiter.",
      removeYes: "Ja, entfernen",
      removing: "Wird entfernt …",
      cancel: "Abbrechen",
      kind: { recovery: "Wiederherstellungsschlüssel", passphrase: "Sieben Wörter", passkey: "Passkey" },
    },
    passkey: {
      about:
        "Sie bestätigen mit Fingerabdruck, Gesicht oder PIN. Richten Sie ihn nur zusätzlich ein: Er kann mit Ihrem Gerät verloren gehen.",
      hint: "Sie bestätigen mit Fingerabdruck, Gesicht oder PIN.",
      add: "Passkey einrichten",
      adding: "Bitte bestätigen Sie auf Ihrem Gerät …",
      open: "Mit Passkey öffnen",
      opening: "Bitte bestätigen Sie auf Ihrem Gerät …",
      label: "Schlüssel zu Ihren Unterlagen",
      cancelled:
        "Es wurde kein Passkey verwendet. Es ist nichts geändert. Versuchen Sie es bitte noch einmal, oder nehmen Sie einen anderen Weg.",
      exists: "Hier ist schon ein Passkey für dieses Konto eingerichtet. Es ist nichts geändert.",
      unable:
        "Dieser Passkey kann keine Schlüssel öffnen. Ihre anderen Wege zurück gelten weiter. Nehmen Sie bitte einen anderen Passkey oder einen anderen Weg.",
      wrong: "Dieser Passkey öffnet dieses Konto nicht. Es ist nichts verloren. Nehmen Sie bitte einen anderen Weg.",
    },
    device: {
      ask: "Anderes Gerät verwenden",
      asking: "Wird vorbereitet …",
      about: "Sie haben ein neues Gerät vor sich? Dieses hier kann ihm den Schlüssel geben.",
      title: "Ein anderes Gerät",
      hint: "Ein Gerät, auf dem Sie schon alles lesen können, gibt diesem hier den Schlüssel.",
      lead: "Scannen Sie dieses Bild mit der Kamera Ihres anderen Geräts. Oder öffnen Sie dort „Konto“, dann „Neues Gerät freigeben“, und geben Sie diese Wörter ein.",
      qr: "Bild zum Scannen mit dem anderen Gerät. Die Wörter darunter sagen dasselbe.",
      code: "Wörter für das andere Gerät",
      waiting: "Wartet auf Ihr anderes Gerät. Das Bild gilt zehn Minuten.",
      over: "Die Zeit ist abgelaufen, oder ein anderes Gerät hat danach gefragt. Es wurde nichts freigegeben. Fangen Sie bitte noch einmal an.",
      again: "Noch einmal anfangen",
      release: "Neues Gerät freigeben",
      releaseTitle: "Neues Gerät freigeben",
      releaseLead:
        "Ihr neues Gerät zeigt sieben Wörter. Nach Ihrer Freigabe kann es alles lesen, was Sie lesen können.",
      typed: "Wörter vom neuen Gerät",
      typedHint: "Groß oder klein, mit oder ohne Abstände ist egal.",
      typedEmpty: "Bitte geben Sie die Wörter ein, die Ihr neues Gerät zeigt.",
      check: "Weiter",
      checking: "Wird geprüft …",
      none: "Gerade fragt kein Gerät nach Ihrem Schlüssel. Es wurde nichts freigegeben. Wählen Sie auf dem neuen Gerät „Anderes Gerät verwenden“.",
      compare: "Stimmen die Wörter auf beiden Geräten überein?",
      warning:
        "Geben Sie nur ein Gerät frei, das Sie vor sich haben. Niemand von uns und von keiner Behörde bittet Sie je darum.",
      yes: "Ja, Gerät freigeben",
      releasing: "Wird freigegeben …",
      no: "Nein, nichts freigeben",
      refused:
        "Es wurde nichts freigegeben. Kam die Anfrage nicht von Ihnen? Dann benutzt jemand Ihre Anmeldung: Ändern Sie bitte das Passwort Ihres Bürgerkontos.",
      done: "Freigegeben. Auf Ihrem neuen Gerät öffnen sich Ihre Unterlagen gleich von selbst.",
      toAccount: "Zum Konto",
    },
    locked: {
      title: "Ihre Unterlagen sind verschlossen.",
      text: "Auf diesem Bildschirm steht nichts mehr davon, und nichts ist verloren. Dieses Gerät kann sie wieder öffnen.",
      open: "Mit diesem Gerät öffnen",
    },
    thisDevice: {
      title: "Dieses Gerät",
      lockText:
        "Sperren schützt vor Blicken. Danach genügt ein Druck, um weiterzulesen. Nach {minutes} Minuten ohne Eingabe sperrt sich die Seite von selbst.",
      lock: "Jetzt sperren",
      forgetAbout:
        "Vergessen schützt auch vor Menschen, die dieses Gerät und Ihre Anmeldung haben. Danach brauchen Sie hier einen Ihrer Wege zurück.",
      forget: "Dieses Gerät vergessen",
      forgetAsk: "Soll dieses Gerät Ihren Schlüssel vergessen?",
      forgetText:
        "Ihre Unterlagen sind sicher, und Ihre Wege zurück gelten weiter. Halten Sie einen davon bereit: Ohne ihn können Sie hier danach nichts mehr lesen.",
      forgetYes: "Ja, vergessen",
      forgetting: "Wird vergessen …",
    },
    recoveryKey: {
      about: "Vierzig Zeichen zum Speichern oder Ausdrucken.",
      add: "Wiederherstellungsschlüssel einrichten",
      making: "Ihr neuer Wiederherstellungsschlüssel",
      lead: "Ihr Gerät hat einen neuen Schlüssel gemacht. Speichern oder drucken Sie ihn. Wir zeigen ihn nur jetzt.",
      noted: "Ich habe den neuen Schlüssel gespeichert oder ausgedruckt.",
      notedHint: "Der frühere Wiederherstellungsschlüssel gilt danach nicht mehr.",
      noteMissing: "Bitte bestätigen Sie, dass Sie den Schlüssel haben. Wir können ihn nicht noch einmal zeigen.",
      confirm: "Neuen Schlüssel einrichten",
    },
    words: {
      about: "Sieben kurze Wörter, die Sie aufschreiben oder sich merken.",
      add: "Sieben Wörter einrichten",
      making: "Ihre neuen sieben Wörter",
      list: "Ihre sieben Wörter",
      word: "Wort {number}",
      lead: "Ihr Gerät hat diese Wörter ausgewürfelt. Schreiben Sie sie auf oder lernen Sie sie. Sie haben keinen Sinn, damit sie niemand errät. Wir zeigen sie nur jetzt.",
      noted: "Ich habe die sieben Wörter.",
      notedHint: "Frühere sieben Wörter gelten danach nicht mehr.",
      noteMissing: "Bitte bestätigen Sie, dass Sie die Wörter haben. Wir können sie nicht noch einmal zeigen.",
      confirm: "Wörter einrichten",
      busy: "Wird eingerichtet …",
      label: "Sieben Wörter",
      hint: "Die Wörter, die Sie beim Einrichten aufgeschrieben haben. Groß oder klein, mit oder ohne Abstände ist egal.",
      empty: "Bitte geben Sie Ihre sieben Wörter ein.",
      open: "Mit den Wörtern öffnen",
      opening: "Wird geöffnet, das dauert einen Moment …",
    },
    unlock: {
      title: "Auf diesem Gerät fehlt der Schlüssel.",
      lead: "Ihre Unterlagen sind nicht weg. Nehmen Sie einen Ihrer Wege zurück, dann können Sie hier alles wieder lesen.",
      leadOfficial:
        "Die Vorgänge Ihrer Stelle sind nicht weg. Nehmen Sie einen Ihrer Wege zurück, dann können Sie sie auf diesem Gerät öffnen.",
      label: "Wiederherstellungsschlüssel",
      hint: "Acht Gruppen mit je fünf Zeichen. Groß oder klein, mit oder ohne Striche ist egal. Einfügen geht auch.",
      empty: "Bitte geben Sie Ihren Wiederherstellungsschlüssel ein oder öffnen Sie die gespeicherte Datei.",
      submit: "Entsperren",
      busy: "Wird entsperrt …",
      file: "Gespeicherte Datei",
      fileHint: "Die Textdatei, die Sie beim Einrichten gespeichert haben. Sie bleibt auf Ihrem Gerät.",
      filePick: "Datei öffnen",
      fileDrop: "Oder die Datei hierher ziehen",
      fileWrong: "In dieser Datei steht kein Wiederherstellungsschlüssel. Bitte wählen Sie eine andere.",
      done: "Entsperrt. Sie können auf diesem Gerät jetzt alles lesen.",
      stays: "Der Schlüssel verlässt Ihr Gerät nicht.",
      lostTitle: "Haben Sie keinen dieser Wege mehr?",
      lost: "Die Stelle hat Ihre Unterlagen. Sie prüft, dass Sie es sind, und gibt Ihnen alles für neue Schlüssel frei. Wir selbst können nichts öffnen und haben keine Kopie Ihres Schlüssels.",
      lostOfficial:
        "Ihre Behörde kann Ihnen neue Schlüssel geben. Wenden Sie sich bitte an die Person, die in Ihrer Behörde die Schlüssel verwaltet.",
    },
    unprepared: {
      title: "Für Sie gibt es noch keinen Schlüssel.",
      text: "Ihre Anmeldung ist in Ordnung. Ihre Behörde muss Ihnen aber erst einen Schlüssel für Ihre Stelle geben. Bis dahin können Sie keine Vorgänge öffnen.",
    },
  },
  copies: {
    ask: {
      title: "Kopien neu anfordern",
      link: "Kopien neu anfordern",
      lead: "Die Stelle hat Ihre Unterlagen. Sie bekommen neue Schlüssel, und die Stelle gibt Ihnen Ihre Vorgänge dafür frei, sobald sie geprüft hat, dass Sie es sind.",
      happensTitle: "Was passiert",
      happens:
        "Ihr Gerät macht neue Schlüssel. Danach prüft jede Stelle, bei der Sie einen Vorgang haben, wer Sie sind: Sie zeigen am Schalter Ihren Ausweis, oder die Stelle schickt Ihnen einen Brief mit einem Code. Dabei vergleichen Sie gemeinsam eine Kennzahl.",
      safeTitle: "Was sicher ist",
      safe: "Alles, was Sie abgeschickt haben, liegt weiter bei der Stelle. Ihre bisherigen Schlüssel werden nicht gelöscht: Wer sie noch hat, kann widersprechen und bekommt sie zurück.",
      lostTitle: "Was verloren ist",
      lost: "Entwürfe und alles, was Sie nie abgeschickt haben. Das kann Ihnen niemand wiedergeben, auch wir nicht.",
      waitTitle: "Was Sie noch tun müssen",
      wait: "Gehen Sie danach mit Ihrem Ausweis zur Stelle, oder warten Sie auf ihren Brief. Bis eine Stelle Sie geprüft hat, können Sie deren Vorgänge nicht lesen. Neue Anliegen können Sie sofort absenden.",
      startHint: "Noch ändert sich nichts: Zuerst sichern Sie den neuen Schlüssel, dann fordern Sie die Kopien an.",
      start: "Neue Schlüssel machen",
      back: "Zurück, ohne etwas zu ändern",
      making: "Ihre neuen Schlüssel entstehen auf diesem Gerät …",
      keyLead: "Das ist Ihr neuer Wiederherstellungsschlüssel. Bitte sichern Sie ihn jetzt. Wir haben keine Kopie.",
      submit: "Kopien jetzt anfordern",
      busy: "Wird angefordert …",
      failedTitle: "Die Kopien sind noch nicht angefordert.",
      done: "Die Kopien sind angefordert.",
      next: "Gehen Sie jetzt mit Ihrem Ausweis und dieser Kennzahl zur Stelle, oder warten Sie auf den Brief mit Code. Ihre Unterlagen liegen so lange sicher bei der Stelle. Neue Anliegen können Sie sofort absenden.",
      none: "Sie haben noch keine Schlüssel und keinen Vorgang. Es ist nichts verloren.",
      ready: "Ihre Schlüssel sind auf diesem Gerät bereit. Sie brauchen keine neuen.",
      again: "Noch einmal anfordern",
      againText:
        "Eine Stelle hat Ihnen einen Vorgang nicht freigegeben. Sie können die Kopien noch einmal anfordern; dafür macht Ihr Gerät wieder neue Schlüssel.",
    },
    digits: {
      title: "Kennzahl Ihrer neuen Schlüssel",
      text: "Zeigen Sie diese Zahl am Schalter, oder schreiben Sie sie auf Ihre Antwort zum Brief. Die Stelle vergleicht jede Gruppe.",
      print: "Kennzahl drucken",
    },
    waiting: {
      mark: "Kopie angefordert",
      title: "Die Stelle hat diesen Vorgang noch nicht für Ihre neuen Schlüssel freigegeben.",
      text: "Angefordert am {date}. Gehen Sie mit Ihrem Ausweis zur Stelle ({unit}), oder warten Sie auf den Brief mit Code. Danach öffnet sich der Vorgang hier von selbst.",
      safe: "Ihre Unterlagen und Nachrichten liegen sicher bei der Stelle.",
    },
    refused: {
      mark: "Kopie verweigert",
      title: "Die Stelle hat diesen Vorgang nicht freigegeben.",
      reasons: {
        notThePerson: "Sie konnte nicht feststellen, dass Sie die Person sind, der dieser Vorgang gehört.",
        digitsDiffer: "Die Kennzahlen waren verschieden.",
        nobodyCame: "Es hat sich niemand bei der Stelle gemeldet.",
      },
      text: "Ihre Unterlagen liegen weiter sicher bei der Stelle. Sprechen Sie mit ihr, und fordern Sie die Kopien dann noch einmal an.",
    },
    objected: {
      mark: "Widersprochen",
      title: "Gegen diese Schlüssel wurde widersprochen.",
      text: "Jemand mit Ihren bisherigen Schlüsseln hat gesagt, dass die neuen nicht von Ihnen sind. Ihre Unterlagen liegen sicher bei der Stelle. Bitte wenden Sie sich direkt an sie.",
    },
    contact: {
      title: "Ist das die richtige Behörde?",
      text: "Die Stelle hat diesen Vorgang für Sie freigegeben. Ihre neuen Schlüssel kennen die Behörde noch nicht. Vergleichen Sie die Kennzahl deshalb einmal mit einem Brief oder Aushang der Behörde. Danach achtet Ihr Gerät darauf, dass sie gleich bleibt.",
      authority: "Behörde",
      digits: "Kennzahl der Behörde",
      accept: "Das ist die Behörde, Vorgang öffnen",
      busy: "Wird geöffnet …",
      doubt: "Wenn die Zahl nicht passt: Öffnen Sie nichts und fragen Sie bei der Behörde nach.",
    },
    contested: {
      title: "Neue Schlüssel beantragt: Waren Sie das?",
      lead: "Am {date} hat jemand mit Ihrer Anmeldung neue Schlüssel für Ihr Konto beantragt. Auf diesem Gerät liegen noch die bisherigen. Solange das nicht geklärt ist, öffnen sie nichts.",
      noTitle: "Das war ich nicht",
      noText:
        "Ihr Gerät unterschreibt einen Widerspruch. Ihre bisherigen Schlüssel gelten sofort wieder, und alle Stellen sehen den Widerspruch. Ändern Sie danach bitte das Passwort Ihres Bürgerkontos.",
      no: "Nein, ich widerspreche",
      noBusy: "Wird widersprochen …",
      noFailed: "Der Widerspruch ist noch nicht angekommen.",
      done: "Ihr Widerspruch ist angekommen.",
      doneText:
        "Ihre bisherigen Schlüssel gelten wieder. Alle Stellen, bei denen Sie einen Vorgang haben, sehen den Widerspruch. Ändern Sie jetzt bitte das Passwort Ihres Bürgerkontos.",
      goOn: "Weiter zu meinen Unterlagen",
      yesTitle: "Das war ich",
      yesText:
        "Als Nächstes geben Sie Ihren neuen Wiederherstellungsschlüssel ein. Die bisherigen Schlüssel brauchen Sie dann nicht mehr.",
      yes: "Ja, das war ich",
    },
    office: {
      title: "Kopie neu angefordert",
      text: "Am {date} hat jemand mit dem Bürgerkonto dieser Person neue Schlüssel beantragt. Meist sind die alten verloren gegangen; es kann aber auch jemand Fremdes sein, der die Anmeldung benutzt. Prüfen Sie deshalb, wer es ist. Solange Sie nichts freigeben, ist dieser Vorgang mit den neuen Schlüsseln nicht lesbar.",
      digits: "Kennzahl der neuen Schlüssel",
      digitsHint:
        "Dieselben Ziffern müssen auf dem Gerät oder in der Antwort der Person stehen. Eine einzige andere Ziffer heißt: nicht freigeben.",
      how: "Wie haben Sie die Person geprüft?",
      idCard: "Ausweis am Schalter",
      idCardHint: "Die Person steht vor Ihnen, und Sie haben Ausweis und Akte verglichen.",
      letter: "Brief mit Code",
      letterHint:
        "Sie haben einen Code an die Anschrift aus der Akte geschickt, und die Person hat ihn zusammen mit der Kennzahl zurückgegeben.",
      howMissing: "Bitte wählen Sie, wie Sie die Person geprüft haben.",
      match: "Alle zwölf Zifferngruppen stimmen überein.",
      matchHint: "Das unterschreiben Sie mit Ihrem Schlüssel. Es bleibt mit Ihrem Namen im Vorgang.",
      matchMissing: "Vergleichen Sie zuerst die Ziffern und bestätigen Sie es hier. Vorher wird nichts freigegeben.",
      grant: "Vorgang für diese Schlüssel freigeben",
      grantBusy: "Wird freigegeben …",
      granted: "Freigegeben. Die Person kann den Vorgang jetzt wieder lesen.",
      failed: "Der Vorgang wurde nicht freigegeben.",
      refuseTitle: "Nicht freigeben",
      refuseWhy: "Warum nicht?",
      refuseMissing: "Bitte wählen Sie einen Grund.",
      refuse: "Kopie verweigern",
      refuseBusy: "Wird verweigert …",
      refuseFailed: "Die Entscheidung wurde nicht gespeichert.",
      refused: "Verweigert. Die Person sieht den Grund.",
      reasons: {
        notThePerson: "Es ist nicht die Person aus der Akte",
        digitsDiffer: "Die Ziffern sind verschieden",
        nobodyCame: "Es hat sich niemand gemeldet",
      },
      objectedTitle: "Widerspruch mit den bisherigen Schlüsseln",
      objectedProven:
        "Die bisherigen Schlüssel dieser Person haben gegen die neuen unterschrieben; Ihr Gerät hat das geprüft. Was mit den neuen Schlüsseln kommt, gilt nicht als von ihr. Sprechen Sie mit der Person auf einem Weg, den Sie schon kennen.",
      objectedUnproven:
        "Der Server meldet einen Widerspruch, aber es gibt keine Unterschrift der bisherigen Schlüssel, die ihn beweist. Geben Sie nichts frei und fragen Sie die Person auf einem Weg, den Sie schon kennen.",
      wasGranted: "Am {date} für neue Schlüssel der Person freigegeben.",
      wasRefused: "Am {date} wurde eine Kopie verweigert.",
    },
  },
  live: {
    offlineTitle: "Sie sind offline.",
    offline: "Sie können weiterlesen und weiterschreiben. Absenden geht erst, wenn Sie wieder verbunden sind.",
    reconnecting: "Neuigkeiten kommen gerade verzögert an. Wir verbinden neu …",
  },
  wizard: {
    unsent: "Noch nicht abgeschickt.",
    unsentText:
      "Was Sie schreiben und auswählen, ist nur auf diesem Gerät lesbar und nur, solange diese Seite offen ist. Das Anliegen und die gesuchte Postleitzahl kennt der Server.",
    onlyYouTitle: "Nur Sie und diese Stelle können das lesen.",
    onlyYouText:
      "Ihr Gerät verschließt alles, bevor es abgeschickt wird. Wir transportieren die Sendung, öffnen können wir sie nicht.",
    evidence: "Das brauchen Sie",
    progress: "Schritt {step} von {of}: {name}",
    errorPrefix: "Fehler: {title}",
    next: "Weiter",
    back: "Zurück",
    change: "Ändern",
    place: {
      name: "Ort",
      label: "Postleitzahl",
      hint: "Wo Sie wohnen oder wohin Sie ziehen. Danach richtet sich, welche Stelle zuständig ist. Zum Beispiel 05123.",
      invalid: "Bitte geben Sie die Postleitzahl mit fünf Ziffern ein, zum Beispiel 05123.",
      find: "Stelle finden",
      finding: "Stelle wird gesucht …",
      found: "Zuständig ist",
      foundAnnounce: "Zuständig ist: {unit}, {authority}.",
      server: "Die Postleitzahl und das Anliegen sieht der Server. Alles, was Sie danach eingeben, sieht er nicht.",
    },
    details: {
      name: "Angaben",
      fromLabel: "Ihr Name",
      fromHint: "So spricht die Stelle Sie an. Zum Beispiel: Frau Kaya-Öztürk.",
      fromEmpty: "Bitte geben Sie Ihren Namen ein, so wie man Sie ansprechen soll.",
      textLabel: "Worum geht es?",
      textHint: "In Ihren eigenen Worten. Ein Satz genügt.",
      textEmpty: "Bitte schreiben Sie in einem Satz, worum es geht.",
      tooLong: "Das ist zu lang. Bitte kürzen Sie auf höchstens {max} Zeichen.",
    },
    documents: {
      name: "Nachweise",
      label: "Ihre Unterlagen als PDF",
      hint: "Bitte alles in einer PDF-Datei, höchstens 2 GB. Die Datei wird auf Ihrem Gerät geprüft.",
      pick: "PDF auswählen",
      pickOther: "Andere PDF auswählen",
      drop: "Oder die Datei hierher ziehen",
      chosen: "Ausgewählt",
      remove: "Entfernen",
      removeNamed: "{name} entfernen",
      picked: "Datei ausgewählt, {size}.",
      removed: "Datei entfernt.",
      missing: "Bitte wählen Sie eine PDF-Datei aus.",
      empty: "Diese Datei ist leer. Bitte wählen Sie eine andere.",
      tooLarge: "Diese Datei ist {size} groß, möglich sind 2 GB. Bitte verkleinern Sie sie.",
      notPdf: "Das ist keine PDF-Datei. Bitte speichern Sie Ihr Dokument als PDF und wählen Sie es noch einmal aus.",
      cutShort:
        "Diese PDF-Datei ist unvollständig. Bitte öffnen Sie das Original und speichern Sie es noch einmal als PDF.",
      encryptedTitle: "Diese Datei ist mit einem Passwort gesichert.",
      encrypted:
        "Brauchen Sie das Passwort, um sie zu öffnen? Dann kann die Stelle sie nicht lesen. Speichern Sie die Datei bitte ohne Passwort. Unterwegs ist sie trotzdem sicher: Wir verschließen sie für Sie.",
    },
    check: {
      name: "Prüfen",
      lead: "Stimmt alles? Nach dem Abschicken können Sie nichts mehr ändern, aber jederzeit etwas ergänzen.",
      service: "Anliegen",
      place: "Postleitzahl",
      from: "Ihr Name",
      text: "Worum es geht",
      file: "Unterlagen",
      receiver: "Das bekommt",
      keyChecking: "Der Schlüssel dieser Stelle wird geprüft …",
      keyChecked: "Schlüssel der Stelle geprüft",
      fingerprint: "Kennzahl der Behörde",
      fingerprintHint:
        "Wer ganz sicher gehen will, lässt sie sich von der Behörde nennen und vergleicht. Sie müssen das nicht tun.",
      send: "Jetzt verschlüsselt abschicken",
      toKey: "Weiter: Schlüssel sichern",
    },
    key: {
      name: "Schlüssel sichern",
      lead: "Damit Sie Ihre Unterlagen wiederbekommen. Wenn Sie Ihr Gerät verlieren, brauchen Sie diesen Wiederherstellungsschlüssel. Wir haben keine Kopie.",
      making: "Ihr Schlüssel entsteht auf diesem Gerät …",
      label: "Ihr Wiederherstellungsschlüssel",
      group: "Gruppe {number}",
      copy: "Kopieren",
      copied: "Kopiert.",
      copyFailed: "Kopieren war nicht möglich. Bitte speichern oder drucken Sie den Schlüssel.",
      save: "Als Datei speichern",
      saved: "Gespeichert. Die Datei liegt bei Ihren Downloads.",
      print: "Ausdrucken",
      fileName: "Wiederherstellungsschluessel-DirektVermittlung.txt",
      fileText:
        "Ihr Wiederherstellungsschlüssel für DirektVermittlung, angelegt am {date}. Mit diesem Schlüssel öffnen Sie Ihre Unterlagen auf einem neuen Gerät. Es gibt keine Kopie. Bewahren Sie ihn auf wie einen Ausweis.",
      confirm: "Ich habe den Schlüssel gespeichert oder ausgedruckt.",
      confirmHint: "Ohne ihn sind Ihre Unterlagen auf einem neuen Gerät nicht mehr lesbar.",
      confirmMissing: "Bitte sichern Sie den Schlüssel und bestätigen Sie das hier.",
    },
    sending: {
      title: "Ihre Sendung geht auf die Reise.",
      lead: "Bitte lassen Sie diese Seite offen.",
      seal: "Verschließen",
      sealDoing: "Der Schlüssel der Stelle wird geprüft und ein neuer Schlüssel für diesen Vorgang gemacht.",
      transfer: "Verschlüsselt übertragen",
      transferDoing: "Wird Teil für Teil verschlüsselt und übertragen, {sent} von {total}",
      transferSpoken: "Verschlüsselt übertragen: {sent} von {total}",
      confirm: "Empfang bestätigen",
      confirmDoing: "Ihr Gerät prüft die unterschriebene Empfangsbestätigung.",
      done: "erledigt",
      doing: "läuft",
      waiting: "kommt noch",
      failedTitle: "Noch nicht abgeschickt.",
      failedLead: "Alles, was Sie eingegeben haben, ist noch da.",
      stoppedTitle: "Nicht abgeschickt.",
      edit: "Zurück und ändern",
      unconfirmedTitle: "Der Empfang ist noch nicht bestätigt.",
      unconfirmed:
        "Ihre Sendung könnte schon angekommen sein. Deshalb lässt sich jetzt nichts mehr ändern. Mit „Nochmal versuchen“ holen Sie nur die Bestätigung; doppelt gesendet wird nichts.",
    },
    sent: {
      title: "Abgeschickt am {date}, {time} Uhr",
      lead: "Angekommen bei: {unit}. Ihr Gerät hat die unterschriebene Empfangsbestätigung geprüft.",
      announce: "Abgeschickt. Ihre Vorgangsnummer ist {reference}.",
      reference: "Vorgangsnummer",
      receivedAt: "Eingegangen",
      moment: "{date}, {time} Uhr",
      receiver: "Empfänger",
      count: "Umfang",
      countText: "{count} verschlossene Teile: 1 Unterlage und Ihre Angaben",
      fingerprint: "Kennzahl der Behörde",
      nextTitle: "Wie geht es weiter?",
      next1: "Sie müssen gerade nichts tun.",
      next2: "Die Stelle öffnet Ihre Unterlagen mit ihrem Schlüssel und antwortet Ihnen hier.",
      next3: "Die Antwort und Ihre Unterlagen finden Sie jederzeit unter „Meine Vorgänge“.",
      toCase: "Zum Vorgang",
      print: "Beleg drucken",
    },
  },
  reference: {
    copy: "Nummer kopieren",
    copied: "Vorgangsnummer kopiert.",
  },
  documents: {
    none: "Noch keine Unterlagen.",
    number: "Unterlage {number}",
    fromYou: "von Ihnen, {date}, {time} Uhr",
    fromOther: "von {from}, {date}, {time} Uhr",
    about: "etwa {size}",
    open: "Öffnen",
    openNamed: "Öffnen: {name}",
    opening: "Wird geöffnet …",
    openingText: "Wird geladen, geprüft und auf Ihrem Gerät entschlüsselt …",
    opened: "Siegel geprüft und auf Ihrem Gerät entschlüsselt.",
    openedOther:
      "Siegel geprüft und auf Ihrem Gerät entschlüsselt. Zum Ansehen speichern Sie die Datei bitte: In dieser Seite zeigen wir nur PDF-Dateien.",
    openedAnnounce: "{name} ist geöffnet und kann gespeichert werden.",
    save: "Speichern",
    saveNamed: "Speichern: {name}",
    viewer: {
      label: "Ansicht von {name}",
      picture: "Seite als Bild",
      text: "Seite als Text",
      safe: "Sichere Ansicht: Skripte und Links im Dokument sind abgeschaltet.",
      loading: "Ansicht wird geladen …",
      page: "Seite {page} von {pages}",
      limited: "Gezeigt werden die ersten {most} Seiten. Alle Seiten finden Sie in der gespeicherten Datei.",
      previous: "Vorherige Seite",
      next: "Nächste Seite",
      first: "Das ist die erste Seite.",
      last: "Das ist die letzte Seite.",
      smaller: "Verkleinern",
      larger: "Vergrößern",
      zoomed: "Größe {percent} %",
      full: "Vollbild",
      leaveFull: "Vollbild beenden",
      asText: "Als Text anzeigen",
      asPicture: "Als Bild anzeigen",
      noText: "Auf dieser Seite ist kein Text erkennbar. Wahrscheinlich ist sie ein Scan.",
      failedTitle: "Diese Datei können wir hier nicht zeigen.",
      failed: {
        broken: "Sie ist beschädigt oder keine richtige PDF-Datei. Sie können sie trotzdem speichern.",
        password:
          "Sie ist mit einem Passwort gesichert. Speichern Sie sie bitte und öffnen Sie sie mit dem Passwort in Ihrem PDF-Programm.",
        tooSlow:
          "Eine Seite braucht zu lange, deshalb haben wir abgebrochen. Sie können die Datei speichern und in Ihrem PDF-Programm ansehen.",
        notLoaded:
          "Die sichere Ansicht wurde nicht geladen. Die Datei ist da: Sie können sie speichern oder die Seite neu laden.",
        tooLarge: "Sie ist zu groß für die Ansicht. Speichern Sie sie bitte und öffnen Sie sie in Ihrem PDF-Programm.",
      },
    },
  },
  conversation: {
    none: "Noch keine Nachrichten.",
    you: "Sie",
    time: "{time} Uhr",
    delivered: "angekommen",
    arrived: "Neue Nachricht in diesem Vorgang.",
    unproven: "Absender nicht bewiesen",
    missing:
      "Zu dieser Nachricht gehören Unterlagen, die hier fehlen: {count}. Bitte laden Sie die Seite neu; bleibt es so, fragen Sie bei der anderen Seite nach.",
    unprovenText:
      "Eine Nachricht von {time} zeigen wir nicht: Ihr Siegel passt nicht. Laden Sie die Seite bitte neu; bleibt es so, fragen Sie bei der Stelle nach.",
    empty: "Bitte schreiben Sie etwas.",
    tooLong: "Das ist zu lang. Bitte kürzen Sie auf höchstens {max} Zeichen.",
    sending: "Wird verschlossen und gesendet …",
    sent: "Ihre Nachricht ist angekommen.",
  },
  cases: {
    title: "Meine Vorgänge",
    loading: "Ihre Vorgänge werden geladen …",
    empty: "Noch kein Vorgang. Wählen Sie aus, worum es geht – wir finden die richtige Stelle.",
    start: "Anliegen auswählen",
    more: "Ältere Vorgänge zeigen",
    loadingMore: "Wird geladen …",
    list: "Vorgangsliste",
    received: "Eingegangen am {date}",
    updated: "Zuletzt am {date}, {time} Uhr",
    messagesOne: "1 Nachricht",
    messages: "{count} Nachrichten",
    changed: "In einem Vorgang gibt es etwas Neues.",
  },
  case: {
    heading: "Vorgang",
    back: "Meine Vorgänge",
    loading: "Wird geladen und auf Ihrem Gerät entschlüsselt …",
    notFoundTitle: "Diesen Vorgang gibt es nicht.",
    toList: "Zu meinen Vorgängen",
    number: "Vorgangsnummer {reference}",
    office: "bei: {unit}, {authority}",
    sentence: {
      draft: "Das ist noch ein Entwurf. Der Stelle liegt nichts vor.",
      sent: "Ihre Sendung ist abgeschickt und wird gerade zugestellt. Sie müssen nichts tun.",
      arrived: "Ihre Sendung ist bei der Stelle angekommen. Sie müssen gerade nichts tun.",
      inReview: "Ihr Anliegen wird gerade geprüft. Sie müssen nichts tun.",
      answered: "Die Stelle hat Ihnen geschrieben. Die Nachricht steht unten.",
    },
    statusAnnounce: "Neuer Stand: {status}.",
    keyChecked: "Schlüssel der Stelle geprüft",
    keyMore:
      "Die Behörde bürgt mit ihrer Unterschrift für den Schlüssel dieser Stelle. Ihr Gerät hat das gerade geprüft: Es ist dieselbe Behörde wie beim ersten Mal, und ihr Schlüssel steht für alle sichtbar im öffentlichen Schlüsselverzeichnis.",
    conversation: "Nachrichten",
    documents: "Unterlagen",
    history: "Verlauf",
    receipt: "Empfangsbestätigung",
    receiptText:
      "Der Server hat den Eingang mit einem Schlüssel unterschrieben, für den die Behörde bürgt. Die Datei enthält beide Unterschriften: So lässt sich der Eingang später auch ohne uns prüfen, am besten zusammen mit der Kennzahl der Behörde. Sie nennt Zeit, Stelle, Umfang und Prüfsummen, aber keinen Inhalt.",
    receiptChecking: "Ihr Gerät prüft die unterschriebene Bestätigung …",
    receiptUnchecked: "Noch nicht geprüft. Zuerst müssen Ihre Nachrichten geladen sein.",
    receiptProven: "Geprüft: Alle {count} Teile, die sie nennt, liegen in diesem Vorgang. Vorgangsnummer {reference}.",
    receiptSave: "Als Datei speichern",
    receiptFile: "Empfangsbestaetigung-{reference}.json",
    receivedAt: "Eingegangen",
    moment: "{date}, {time} Uhr",
    messageLabel: "Ihre Nachricht an die Stelle",
    messageHint: "Nur Sie und diese Stelle können das lesen.",
    messageSend: "Verschlüsselt senden",
    fallbackName: "Bürgerkonto",
    event: {
      received: "Abgeschickt und angekommen",
      documentMine: "Sie haben eine Unterlage geschickt",
      documentTheirs: "Die Stelle hat eine Unterlage geschickt",
      messageMine: "Sie haben geschrieben",
      messageTheirs: "Die Stelle hat geschrieben",
    },
  },
  authorityKey: {
    code: "Kennzahl der Behörde als QR-Code",
    atTheCounter:
      "Zum Vergleichen am Schalter: Diese Zahl muss auch auf dem Gerät der Person stehen, unter „Schlüssel der Stelle geprüft“.",
    own: "Kennzahl Ihrer Behörde",
  },
  receiptCode: {
    title: "Code zum Prüfen dieses Belegs",
    description:
      "QR-Code mit dem Link zur Seite „Beleg prüfen“. Darin stehen Nummer, Zeit, Umfang und Prüfzahlen, kein Inhalt.",
    text: "Wer diesen Code scannt, prüft den Beleg auf dem eigenen Gerät. Darin stehen Nummer, Zeit, Umfang und Prüfzahlen, kein Inhalt.",
    tooLong:
      "Dieser Beleg nennt zu viele Teile für einen Code. Speichern Sie ihn im Vorgang als Datei: Auch sie lässt sich prüfen.",
    check: "Beleg prüfen",
    print: "Beleg drucken",
  },
  receiptCheck: {
    title: "Beleg prüfen",
    lead: "Ein Beleg zeigt, was wann bei einer Behörde eingegangen ist. Ihr Gerät prüft ihn hier selbst. Der Beleg wird dabei nicht gesendet; wir erfahren nur, nach welcher Behörde gefragt wird.",
    checking: "Ihr Gerät prüft den Beleg …",
    provenTitle: "Der Beleg ist echt und unverändert.",
    provenText:
      "Unterschrieben hat ihn ein Schlüssel, für den die Behörde zu dieser Zeit gebürgt hat. Ob es wirklich diese Behörde ist, zeigt die Kennzahl: Vergleichen Sie sie mit einem Schreiben der Behörde.",
    reference: "Vorgangsnummer",
    receivedAt: "Eingegangen",
    moment: "{date}, {time} Uhr",
    parts: "Umfang",
    partsText: "Dateien: {documents}, Nachrichten: {messages}",
    size: "Größe, verschlossen",
    contents: "Prüfzahl des Inhalts",
    authority: "Behörde",
    fingerprint: "Kennzahl der Behörde",
    emptyTitle: "Noch kein Beleg",
    emptyText:
      "Scannen Sie den Code auf dem Papier, oder öffnen Sie die gespeicherte Beleg-Datei. Eine Datei prüft Ihr Gerät ganz ohne Internet, solange diese Seite offen ist.",
    file: "Gespeicherter Beleg",
    fileHint: "Die Datei heißt meist „Empfangsbestaetigung“ und endet auf .json. Sie bleibt auf Ihrem Gerät.",
    fileButton: "Beleg-Datei öffnen",
    fileDrop: "Oder die Datei hierher ziehen",
    refused: {
      malformed: {
        title: "Das ist kein vollständiger Beleg.",
        text: "Der Link oder die Datei ist abgeschnitten oder stammt nicht von hier. Ihre Unterlagen sind davon nicht betroffen. Scannen Sie den Code noch einmal ganz, oder öffnen Sie die gespeicherte Datei.",
      },
      unsigned: {
        title: "Dieser Beleg ist nicht echt.",
        text: "Kein Schlüssel, für den die Behörde zu dieser Zeit gebürgt hat, hat ihn so unterschrieben. Er beweist nichts. Fragen Sie, woher er kommt, oder prüfen Sie die Bestätigung im Vorgang.",
      },
      otherRoot: {
        title: "Die Behörde nennt einen anderen Schlüssel.",
        text: "Der Beleg gehört zu einer anderen Kennzahl als der, die wir für diese Behörde haben. Verlassen Sie sich nicht auf ihn. Vergleichen Sie ihn mit einem Schreiben der Behörde und rufen Sie dort an.",
      },
      statements: {
        title: "Der Beleg ließ sich nicht beweisen.",
        text: "Was die Behörde über ihre Schlüssel unterschrieben hat, passt nicht zu diesem Beleg oder zu seiner Zeit. Der Beleg ist deshalb nicht falsch. Versuchen Sie es mit der gespeicherten Datei, oder fragen Sie bei der Behörde nach.",
      },
      unknownAuthority: {
        title: "Diese Behörde kennen wir nicht.",
        text: "Der Beleg nennt eine Behörde, die hier nicht angeschlossen ist. Geprüft ist nichts. Öffnen Sie die gespeicherte Datei, oder prüfen Sie ihn dort, wo er ausgestellt wurde.",
      },
      unreachable: {
        title: "Keine Verbindung.",
        text: "Der Beleg ist noch nicht geprüft: Für einen Code brauchen wir die Schlüssel der Behörde aus dem Netz. Der Beleg bleibt auf Ihrem Gerät. Versuchen Sie es noch einmal, oder öffnen Sie die gespeicherte Datei, die ohne Netz auskommt.",
      },
      failed: {
        title: "Das hat nicht geklappt.",
        text: "Geprüft ist noch nichts, und der Beleg ist auf Ihrem Gerät geblieben. Versuchen Sie es in einigen Minuten noch einmal.",
      },
    },
  },
  status: {
    citizen: { draft: "Entwurf", sent: "Abgeschickt", arrived: "Angekommen", inReview: "Wird geprüft" },
    official: { draft: "Entwurf", new: "Neu", claimed: "Übernommen" },
  },
  pages: {
    services: {
      title: "Anliegen",
      lead: "Wählen Sie aus, worum es geht. Die zuständige Stelle ergibt sich danach aus Ihrer Postleitzahl.",
    },
    signIn: {
      title: "Anmelden",
      failedTitle: "Fehler: Anmelden",
      lead: "Sie melden sich nicht bei uns an, sondern dort, wo man Sie kennt. Danach kommen Sie hierher zurück.",
      leadAgain: "Für diese Seite müssen Sie sich anmelden. Danach geht es genau dort weiter.",
      citizen: {
        title: "Bürgerkonto",
        who: "Sie möchten etwas an eine Stelle schicken oder ihre Antwort lesen.",
        action: "Mit Bürgerkonto anmelden",
        next: "Nach der Anmeldung öffnet Ihr Gerät Ihre Vorgänge. Ihren Schlüssel macht es erst auf dem Weg zu Ihrem ersten Vorgang.",
      },
      official: {
        title: "Behörde",
        who: "Sie arbeiten in einer angeschlossenen Behörde und bearbeiten Vorgänge.",
        action: "Als Behörde anmelden",
        next: "Nach der Anmeldung sehen Sie den Eingang Ihrer Stelle. Beim ersten Mal brauchen Sie dafür Ihren Wiederherstellungsschlüssel.",
      },
      knownTitle: "Was wir von Ihrer Anmeldung erfahren",
      knownText:
        "Nur ein Kennzeichen und wie sicher Ihre Identität geprüft wurde. Ihren Namen, Ihre Anschrift und Ihr Passwort bekommen wir nicht.",
      already: {
        citizen: "Sie sind mit dem Bürgerkonto angemeldet.",
        official: "Sie sind als Behörde angemeldet.",
        text: "Wenn Sie sich hier neu anmelden, gilt danach die neue Anmeldung.",
        toCases: "Zu meinen Vorgängen",
        toInbox: "Zum Eingang",
      },
      problems: {
        unknown: {
          title: "Wir kennen diese Anmeldung nicht.",
          text: "Bei Ihrem Anbieter hat alles geklappt, hier ist der Zugang aber nicht freigeschaltet. Sie sind nicht angemeldet. Als Bürgerin oder Bürger nehmen Sie das Bürgerkonto; in einer Behörde wenden Sie sich an Ihre Fachadministration.",
        },
        trouble: {
          title: "Die Anmeldung ist gerade gestört.",
          text: "Der Fehler liegt bei uns oder beim Anmeldedienst, nicht bei Ihnen. Sie sind nicht angemeldet, Ihre Vorgänge sind sicher. Versuchen Sie es bitte in ein paar Minuten noch einmal.",
        },
        cancelled: {
          title: "Sie sind nicht angemeldet.",
          text: "Die Anmeldung wurde abgebrochen oder hat zu lange gedauert. Es ist nichts verloren gegangen. Sie können es gleich noch einmal versuchen.",
        },
      },
    },
    serverSees: {
      title: "Was der Server sieht",
      lead: "Ihre Unterlagen und Nachrichten kommen bei uns verschlossen an und verlassen uns verschlossen. Ganz ohne Angaben geht es aber nicht. Hier steht, welche das sind.",
      caption: "Gegenüberstellung: Was der Server kennt und was ihm verborgen bleibt",
      about: "Worum es geht",
      sees: "Der Server sieht",
      hidden: "Der Server sieht nicht",
      rows: {
        account: {
          about: "Ihr Konto",
          sees: "dass es ein Konto gibt, ein Kennzeichen Ihrer Anmeldung, wann Sie sich anmelden und auf welchem Vertrauensniveau",
          hidden: "Ihren Namen, Ihr Geburtsdatum, Ihre Anschrift",
        },
        matter: {
          about: "Ihr Anliegen",
          sees: "die Leistung, die Postleitzahl und die Stelle, denn daraus ergibt sich die Zuständigkeit",
          hidden: "was Sie dazu schreiben",
        },
        documents: {
          about: "Unterlagen",
          sees: "Anzahl, Zeitpunkt und ungefähre Größe; die genaue Größe ist durch Auffüllen verdeckt",
          hidden: "den Inhalt und die Dateinamen",
        },
        messages: {
          about: "Nachrichten",
          sees: "wer wann eine geschickt hat und ungefähr, wie lang sie ist",
          hidden: "was darin steht, auch nicht für Statistik",
        },
        work: {
          about: "Bearbeitung",
          sees: "den Stand des Vorgangs, wer zu welcher Stelle gehört und wer dort den Vorgang übernommen hat",
          hidden: "das Aktenzeichen und die Entscheidung",
        },
        access: {
          about: "Zugriffe",
          sees: "wer wann welchen Vorgang öffnet und welche Unterlage abholt",
          hidden: "was dabei auf dem Bildschirm zu lesen ist",
        },
        connection: {
          about: "Ihre Verbindung",
          sees: "am Eingang zum Server die IP-Adresse Ihres Anschlusses",
          hidden: "wonach Sie in der Liste der Anliegen suchen",
        },
        keys: {
          about: "Schlüssel",
          sees: "öffentliche Schlüssel, auch frühere, und Schlüssel, die selbst verschlossen sind; welche Wege zurück Sie wann eingerichtet haben; wann jemand Kopien für neue Schlüssel anfordert und wer sie freigibt",
          hidden: "jeden Schlüssel, mit dem man etwas öffnen könnte",
        },
      },
      limitsTitle: "Wo das Versprechen endet",
      limitsCode:
        "Das Programm, das auf Ihrem Gerät verschließt, liefern wir selbst aus. Wer diesen Server betreibt, könnte es verändern. Verhindern können wir das in einer Webseite nicht.",
      limitsMalware:
        "Weil wir nicht hineinsehen, können wir Unterlagen auch nicht auf Schadprogramme prüfen. Das ist Aufgabe der Behörde.",
      limitsDevice: "Wer Ihr entsperrtes Gerät in der Hand hat, kann lesen, was Sie lesen können.",
    },
    security: {
      title: "Wie die Verschlüsselung wirkt",
      lead: "Ihr Gerät verschließt Ihre Unterlagen, bevor sie es verlassen. Der Schlüssel zum Öffnen liegt nur bei Ihnen und bei der Stelle. Wir transportieren die verschlossene Sendung – aufmachen können wir sie nicht.",
      keysTitle: "Zwei Schlüssel, kein dritter",
      keysText:
        "Zu jedem Vorgang entsteht auf Ihrem Gerät ein neuer Schlüssel. Ihr Gerät schließt ihn zweimal ein: einmal für Sie, einmal für die Stelle. Eine weitere Fassung gibt es nicht, auch nicht für Notfälle bei uns.",
      checkTitle: "Geprüft, bevor etwas das Gerät verlässt",
      checkText:
        "Die Behörde bürgt mit ihrer Unterschrift für den Schlüssel ihrer Stelle. Ihr Gerät prüft diese Unterschrift und merkt sich, wer die Behörde ist. Passt später etwas nicht zusammen, wird nichts gesendet.",
      receiptTitle: "Eine Bestätigung, die man nachprüfen kann",
      receiptText:
        "Nach dem Senden stellt der Server eine unterschriebene Empfangsbestätigung aus. Ihr Gerät vergleicht sie mit dem, was es gesendet hat. Erst dann steht da „Abgeschickt“.",
      lossTitle: "Wenn Sie Ihr Gerät verlieren",
      lossText:
        "Mit dem Wiederherstellungsschlüssel lesen Sie auf einem neuen Gerät alles wieder. Wir haben keine Kopie davon. Bewahren Sie ihn so auf wie einen Ausweis.",
      limitsTitle: "Was wir trotzdem sehen",
      limitsText: "Kein Verfahren verbirgt alles. Die Liste ist kurz und öffentlich.",
    },
    help: {
      title: "Hilfe",
      lead: "Antworten auf die häufigsten Fragen.",
      questions: {
        send: {
          question: "Wie schicke ich Unterlagen?",
          answer:
            "Wählen Sie Ihr Anliegen, geben Sie Ihre Postleitzahl an und hängen Sie die Unterlagen als PDF an. Am Ende sehen Sie, welche Stelle sie bekommt, und schicken sie ab.",
        },
        arrived: {
          question: "Woran erkenne ich, dass alles angekommen ist?",
          answer:
            "An der Seite mit „Abgeschickt“ und Ihrer Vorgangsnummer. Solange dort „Noch nicht abgeschickt“ steht, liegt der Stelle nichts vor. Steht dort „Der Empfang ist noch nicht bestätigt“, kann Ihre Sendung schon da sein: Holen Sie die Bestätigung dann mit „Nochmal versuchen“.",
        },
        answer: {
          question: "Wo lese ich die Antwort?",
          answer: "Unter „Meine Vorgänge“. Dort können Sie auch zurückschreiben.",
        },
        device: {
          question: "Ich habe ein neues Gerät. Was nun?",
          answer:
            "Melden Sie sich an wie gewohnt. Sie werden dann nach einem Ihrer Wege zurück gefragt, zum Beispiel nach dem Wiederherstellungsschlüssel oder einem Gerät, das den Schlüssel schon hat. Danach ist alles wieder lesbar.",
        },
        lost: {
          question: "Ich habe auch den Wiederherstellungsschlüssel verloren.",
          answer:
            "Ihre Unterlagen sind nicht weg: Die Stelle hat sie. Melden Sie sich an und wählen Sie „Kopien neu anfordern“. Die Stelle prüft dann am Schalter oder mit einem Brief, dass Sie es sind.",
        },
      },
    },
    accessibility: {
      title: "Barrierefreiheit",
      lead: "Alle sollen ihre Angelegenheiten selbst erledigen können: mit Tastatur, Vorleseprogramm, Vergrößerung, auf kleinen Bildschirmen und in Ruhe.",
      standardTitle: "Woran wir uns halten",
      standardText:
        "Wir bauen nach den Richtlinien WCAG 2.2, Stufe AA, und der Norm EN 301 549. Die öffentlichen Seiten und jede Station auf dem Weg vom Absenden bis zur Antwort werden bei jeder Änderung automatisch geprüft. Automatische Prüfungen finden nur einen Teil der Barrieren.",
      gapsTitle: "Was noch fehlt",
      gapsText:
        "Eine Prüfung durch Menschen mit Behinderungen steht aus. Videos in Deutscher Gebärdensprache gibt es noch nicht. Die Einfache Sprache ist ein Entwurf und noch nicht von Testleserinnen und Testlesern geprüft.",
      reportTitle: "Barriere melden",
      reportText:
        "Diese Vorführung hat keine Stelle, die Meldungen annimmt. Bitte sagen Sie es der Person, die sie Ihnen gezeigt hat. Wer die Anwendung betreibt, nennt hier Anschrift, Telefon und die zuständige Schlichtungsstelle.",
    },
    privacy: {
      title: "Datenschutz",
      lead: "Dies ist eine Vorführung mit erfundenen Behörden und erfundenen Personen. Bitte geben Sie keine echten Daten ein.",
      storedTitle: "Was gespeichert wird",
      storedText:
        "Ihre Sendungen liegen verschlossen auf dem Server. Welche Angaben daneben lesbar sind, steht auf der Seite „Was der Server sieht“.",
      deviceTitle: "Was auf Ihrem Gerät liegt",
      deviceText:
        "Cookies für Ihre Anmeldung, für die Sprache, für helle oder dunkle Darstellung und, in einer Behörde, für die Tasten im Eingang; dazu der Schlüssel Ihres Kontos in einer Form, die sich nicht auslesen lässt. Es gibt keine Werbung und keine Besucherzählung.",
      thirdTitle: "An wen etwas geht",
      thirdText:
        "Ihre Sendung geht an die Stelle, die nach den Regeln für Ihr Anliegen und Ihre Postleitzahl zuständig ist. Sie sehen sie vor dem Abschicken. Der Anmeldedienst erfährt, dass und wann Sie sich hier anmelden. Schriften, Bilder und Programme kommen von diesem Server.",
      operatorTitle: "Verantwortlich",
      operatorText:
        "Für den echten Betrieb nennt die betreibende Behörde hier sich selbst und ihre Datenschutzbeauftragten.",
    },
    imprint: {
      title: "Impressum",
      lead: "DirektVermittlung ist freie Software unter der Lizenz EUPL 1.2. Diese Seite ist eine Vorführung.",
      demoTitle: "Alles hier ist erfunden",
      demoText:
        "Das Land Musterland, seine Behörden, Stellen und Personen gibt es nicht. Die Vorführung ist kein Angebot einer Behörde. Was Sie hier senden, erreicht kein Amt.",
      operatorTitle: "Anbieter",
      operatorText: "Wer die Anwendung betreibt, trägt hier Namen, Anschrift und Kontakt ein.",
      designTitle: "Gestaltung und Schrift",
      designText:
        "Farben und Abstände folgen dem Gestaltungssystem KERN (EUPL 1.2), die Schrift ist Fira Sans (SIL Open Font License 1.1).",
    },
  },
  errors: {
    "request.invalid":
      "Eine Angabe hat nicht die erwartete Form. Es wurde nichts gespeichert. Bitte prüfen Sie Ihre Eingaben.",
    "request.too-large": "Das war zu groß auf einmal. Es wurde nichts gespeichert. Bitte teilen Sie es auf.",
    "request.foreign-origin":
      "Die Anfrage kam nicht von dieser Seite und wurde abgelehnt. Es ist nichts passiert. Bitte öffnen Sie die Seite neu.",
    "request.unknown-path":
      "Diese Adresse gibt es nicht. Es ist nichts verloren. Bitte beginnen Sie auf der Startseite.",
    "service.unavailable":
      "Der Dienst ist gerade nicht erreichbar. Was Sie abgeschickt haben, ist sicher. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
    "auth.required":
      "Sie sind nicht mehr angemeldet. Was angekommen ist, bleibt sicher. Bitte melden Sie sich wieder an.",
    "auth.wrong-role":
      "Mit dieser Anmeldung geht das nicht. Es wurde nichts geändert. Bitte melden Sie sich mit dem passenden Zugang an.",
    "auth.assurance-too-low":
      "Dafür muss Ihre Identität sicherer geprüft sein. Es wurde nichts geändert. Bitte melden Sie sich auf dem höheren Vertrauensniveau an.",
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
    "routing.no-office":
      "Für diesen Ort nimmt hier noch keine Stelle das Anliegen an. Es wurde nichts gesendet. Prüfen Sie die Postleitzahl oder fragen Sie bei Ihrer Gemeinde nach.",
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
    "case.conflict":
      "Der Vorgang hat sich gerade geändert. Ihre Änderung wurde nicht gespeichert. Bitte sehen Sie sich den neuen Stand an und entscheiden Sie noch einmal.",
    "case.already-claimed":
      "Jemand anderes hat diesen Vorgang schon übernommen. Es wurde nichts geändert. Bitte laden Sie die Liste neu.",
    "case.wrong-state":
      "Das ist im jetzigen Stand des Vorgangs nicht möglich. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
    "case.not-assigned":
      "Schreiben kann nur, wer den Vorgang übernommen hat. Es wurde nichts gesendet. Bitte übernehmen Sie ihn zuerst.",
    "case.nothing-to-submit":
      "Es ist noch keine Unterlage dabei. Es wurde nichts abgeschickt. Bitte fügen Sie mindestens eine hinzu.",
    "case.too-many-drafts":
      "Sie haben schon 20 Sendungen angefangen und nicht abgeschickt. Alle sind unverändert. Bitte schicken Sie eine davon ab oder warten Sie: Angefangenes löschen wir nach 7 Tagen.",
    "copy.not-open":
      "Über diese Kopie wurde schon entschieden, oder es wurde widersprochen. Es wurde nichts geändert. Bitte laden Sie die Seite neu.",
    "copy.attestation-invalid":
      "Ihre Unterschrift passt nicht zu dieser Anfrage. Es wurde nichts freigegeben. Bitte laden Sie die Seite neu und vergleichen Sie die Ziffern noch einmal.",
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
    "upload.too-large":
      "Diese Datei ist zu groß. Es wurde nichts gespeichert. Bitte teilen Sie sie oder verkleinern Sie sie.",
    "upload.too-many":
      "Mehr als 20 Unterlagen auf einmal gehen nicht. Was schon übertragen ist, bleibt erhalten. Bitte fassen Sie mehrere in einer PDF zusammen.",
    "message.too-large":
      "Die Nachricht ist zu lang. Sie wurde nicht gesendet, der Text ist noch da. Bitte kürzen Sie sie oder hängen Sie ein PDF an.",
    "live.too-many":
      "Diese Seite ist zu oft gleichzeitig geöffnet. Es ist nichts verloren. Bitte schließen Sie andere Fenster oder Tabs davon.",
    internal:
      "Bei uns ist ein Fehler passiert. Was Sie abgeschickt haben, ist sicher. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  } satisfies Record<DomainErrorCode, string>,
} as const;

type Widened<T> = { [Key in keyof T]: T[Key] extends string ? string : Widened<T[Key]> };

/** What every full language provides. */
export type Dictionary = Widened<typeof de>;
