import { signInProblems } from "./sign-in-problems.ts";

export const pages = {
  services: {
    title: "Anliegen",
    lead: "Suchen Sie mit Ihren Worten, oder sehen Sie weiter unten alle Anliegen an.",
    all: "Alle Anliegen",
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
    problems: signInProblems,
    ended: {
      time: {
        title: "Ihre Anmeldung ist beendet.",
        text: "Wir haben Ihre Unterlagen wieder verschlossen, weil die Zeit um war. Was Sie auf diesem Gerät angefangen haben, ist noch da. Nach der Anmeldung sind Sie wieder dort, wo Sie waren.",
      },
      elsewhere: {
        title: "Sie wurden an anderer Stelle abgemeldet.",
        text: "Das war auf einem anderen Gerät oder beim Anmeldedienst. Waren Sie das nicht selbst, sehen Sie nach der Anmeldung unter „Konto“ nach, wo Sie angemeldet sind. Nach der Anmeldung sind Sie wieder dort, wo Sie waren.",
      },
      removed: {
        title: "Ihre Behörde hat Ihren Zugang beendet.",
        text: "Sie wurden überall abgemeldet, und Ihre Vorgänge sind frei für die anderen. Ihr Schlüssel gilt hier nicht mehr. Ist das ein Irrtum oder kommen Sie zurück, lassen Sie sich von den Personen, die Ihre Behörde verwalten, neu einladen.",
      },
    },
  },
  signedIn: {
    title: "Sie sind angemeldet.",
    text: "Sie können dieses Fenster schließen. Im anderen geht es dort weiter, wo Sie waren.",
  },
  signedOut: {
    title: "Sie sind abgemeldet.",
    lead: "Auf diesem Gerät ist wieder alles verschlossen. Zum Lesen melden Sie sich neu an.",
    thereTitle: {
      citizen: "Auch beim Bürgerkonto abmelden?",
      official: "Auch beim Anmeldedienst Ihrer Behörde abmelden?",
    },
    thereText:
      "Dort können Sie noch angemeldet sein, denn andere Portale nutzen dieselbe Anmeldung. Teilen Sie dieses Gerät mit anderen, melden Sie sich bitte auch dort ab.",
    there: { citizen: "Beim Bürgerkonto abmelden", official: "Beim Anmeldedienst abmelden" },
    problems: {
      "provider-down": {
        title: "Der Anmeldedienst antwortet gerade nicht.",
        text: "Hier sind Sie abgemeldet, dort vielleicht noch nicht. Versuchen Sie es gleich noch einmal. Teilen Sie dieses Gerät mit anderen, schließen Sie bitte alle Fenster des Browsers.",
      },
      "not-offered": {
        title: "Der Anmeldedienst bietet von hier aus keine Abmeldung an.",
        text: "Hier sind Sie abgemeldet, dort vielleicht noch nicht. Teilen Sie dieses Gerät mit anderen, schließen Sie bitte alle Fenster des Browsers.",
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
        sees: "dass es ein Konto gibt, ein Kennzeichen Ihrer Anmeldung, wann Sie sich anmelden, auf welchem Vertrauensniveau und mit welcher Art von Browser und Gerät",
        hidden: "Ihren Namen, Ihr Geburtsdatum, Ihre Anschrift",
      },
      matter: {
        about: "Ihr Anliegen",
        sees: "die Leistung, die Postleitzahl mit dem Ort und die Stelle, denn daraus ergibt sich die Zuständigkeit",
        hidden: "was Sie dazu schreiben",
      },
      documents: {
        about: "Unterlagen",
        sees: "Anzahl, Zeitpunkt und ungefähre Größe, zwei Tage lang auch von dem, was Sie wieder entfernt haben; die genaue Größe ist durch Auffüllen verdeckt",
        hidden: "den Inhalt und die Dateinamen",
      },
      drafts: {
        about: "Entwürfe",
        sees: "nichts; nur wenn Sie auf einem anderen Gerät weitermachen wollen: dass es einen gibt, wann Sie ihn geändert haben und auf 4 Kilobyte genau, wie groß er ist",
        hidden: "zu welchem Anliegen er gehört und was darin steht",
      },
      messages: {
        about: "Nachrichten",
        sees: "wer wann eine geschickt hat und ungefähr, wie lang sie ist",
        hidden: "was darin steht, auch nicht für Statistik",
      },
      work: {
        about: "Bearbeitung",
        sees: "den Stand des Vorgangs, bis wann Sie um eine Antwort gebeten sind, wer zu welcher Stelle gehört und wer dort den Vorgang übernommen hat",
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
    weaknessTitle: "Wenn Sie eine Lücke finden",
    weaknessText: "Sagen Sie es uns, bevor andere sie ausnutzen. Wer ehrlich sucht und meldet, ist willkommen.",
  },
  refusal: {
    askTitle: "Wenn das nicht weiterhilft",
    askText:
      "Stand bei der Meldung eine Fehlernummer, nennen Sie sie bitte, wenn Sie jemanden fragen: Damit lässt sich im Protokoll nachsehen, was geschehen ist.",
    toHelp: "Zur Hilfe",
    programsTitle: "Für Programme",
    code: "Code",
    status: "HTTP-Status",
  },
  weakness: {
    title: "Schwachstelle melden",
    lead: "Sie haben eine Lücke gefunden, durch die jemand an fremde Daten, Schlüssel oder Konten kommen könnte? Danke, dass Sie uns davon erzählen.",
    whereTitle: "Wohin",
    whereText: "Schreiben Sie uns auf Deutsch oder Englisch:",
    nowhere: "Diese Vorführung nimmt keine Meldungen an. Wer die Anwendung betreibt, nennt hier eine Anschrift.",
    machineText: "Für Programme steht dasselbe in",
    helpsTitle: "Was uns hilft",
    helps: {
      steps: "was Sie getan haben, Schritt für Schritt, und was dabei geschah",
      when: "die Adresse der Seite und der Zeitpunkt mit Zeitzone",
      number: "die Fehlernummer, wenn eine angezeigt wurde",
    },
    rulesTitle: "Worum wir bitten",
    rules: {
      own: "Nehmen Sie nur eigene Konten und eigene Vorgänge. Hören Sie auf, sobald Sie fremde Daten sehen könnten, und schicken Sie uns keine davon.",
      calm: "Stören Sie den Betrieb nicht: keine Überlastung, keine Massenanfragen, keine Schadprogramme.",
      people: "Täuschen Sie niemanden, weder Beschäftigte noch Bürgerinnen und Bürger.",
      time: "Lassen Sie uns Zeit, die Lücke zu schließen, bevor Sie öffentlich darüber berichten.",
    },
    freedom: "Die Software ist frei. Auf Ihrem eigenen Rechner dürfen Sie alles ausprobieren.",
    promiseTitle: "Was Sie erwarten können",
    promiseText:
      "Wir bestätigen den Eingang, sagen Ihnen, was wir herausgefunden haben, und melden uns, wenn die Lücke geschlossen ist. Auf Wunsch nennen wir Sie als Finderin oder Finder. Wer sich an diese Bitten hält, muss von uns keine Anzeige fürchten.",
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
} as const;
