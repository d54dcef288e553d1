export const leaving = {
  title: "Ausscheiden",
  loading: "Wird geladen …",
  open: "Ausscheiden",
  next: "Weiter",
  back: "Zurück",
  steps: {
    look: "Schritt 1 von 3: Was an {post} hängt",
    confirm: "Schritt 2 von 3: {post} ausscheiden lassen?",
    done: "Schritt 3 von 3: Was erledigt ist und was noch fehlt",
  },
  look: {
    lead: "Wer ausscheidet, gehört Ihrer Behörde hier nicht mehr an. Soll die Person nur eine Stelle verlassen, entfernen Sie sie dort: in der Verwaltung, bei der Stelle.",
    oneself: "Das sind Sie selbst.",
    oneselfText:
      "Die eigenen Rechte ändert niemand selbst. Bitten Sie eine andere Person, die Ihre Behörde verwaltet, diesen Schritt zu machen.",
    lastHolder: "Niemand sonst kann in der Stelle {unit} alles lesen.",
    lastHolderText:
      "Mit dieser Person ginge ein Schlüssel verloren, und was damit verschlossen ist, bliebe für immer zu. Schalten Sie zuerst eine zweite Person frei: Nehmen Sie sie in die Stelle auf. Den Schlüssel gibt ihr dann {post}, auf der Seite „Stelle“.",
    toMembers: "Zur Verwaltung",
    units: "Stellen",
    noUnits: "Die Person gehört zu keiner Stelle.",
    inUnit: "{unit} – {role}",
    cases: "Vorgänge in ihrer Hand: {count}",
    tasks: "Aufgaben für die ganze Behörde",
    noTasks: "keine",
    invitations: "Offene Einladungen, die sie ausgestellt hat",
  },
  confirm: {
    now: "Das geschieht sofort",
    session:
      "Die Person wird überall abgemeldet, auch in Fenstern, die gerade offen sind. Neu anmelden kann sie sich nicht.",
    rights:
      "Sie gehört zu keiner Stelle mehr und hat keine Aufgabe mehr. Was hier für sie verschlossen lag, wird gelöscht.",
    cases: "Ihre Vorgänge werden frei, und die anderen können sie übernehmen. Es sind {count}.",
    invitations: "Offene Einladungen, die sie ausgestellt hat, gelten nicht mehr. Es sind {count}.",
    kept: "Was sie lesen konnte, hat sie vielleicht behalten.",
    keptText:
      "Auf Papier, als Datei, auch den Schlüssel einer Stelle. Das holt niemand zurück. Damit Neues ihr verschlossen bleibt, braucht jede Stelle, in der sie lesen konnte, danach einen neuen Schlüssel. Wer das macht, steht im nächsten Schritt.",
    final:
      "Zurücknehmen lässt sich das nicht. Kommt die Person wieder, laden Sie sie neu ein: Sie legt dann einen neuen Schlüssel an, und die Ziffern werden neu verglichen.",
    send: "Jetzt ausscheiden lassen",
    busy: "Wird beendet …",
    announced: "{post} gehört Ihrer Behörde nicht mehr an.",
  },
  done: {
    lead: "{post} ist ausgeschieden: {at}.",
    title: "Erledigt",
    access: "Kein Zugang, keine Stelle und keine Aufgabe mehr. Das Stellenzeichen ist frei.",
    sessions: "Beendete Anmeldungen: {count}",
    cases: "Vorgänge, die wieder frei sind: {count}",
    invitations: "Zurückgenommene Einladungen: {count}",
    remains: "Noch zu tun",
    nothing: "Nichts mehr. Keine Stelle arbeitet mit einem Schlüssel, den diese Person kannte.",
    newKey: "{unit}: neuer Schlüssel",
    newKeyWhy: "Bis dahin wird auch Neues noch mit dem alten verschlossen.",
    newKeyWho:
      "Eine Person der Stelle, die lesen kann, schlägt ihn auf der Seite „Stelle“ vor. Danach unterschreibt ihn, wer den Schlüssel Ihrer Behörde verwahrt.",
    signed:
      "Das unterschriebene Verzeichnis nennt die Person noch. Erneuert wird es zusammen mit dem Schlüssel. Antworten kann sie hier trotzdem nicht mehr.",
    outside: "Außerhalb des Portals",
    outsideText:
      "Sperren Sie den Zugang auch beim Anmeldedienst Ihrer Behörde, und lassen Sie sich zurückgeben, was die Person auf Papier oder auf Geräten hat.",
    stays: "Was hier noch fehlt, steht auch in der Verwaltung bei der Stelle, bis es erledigt ist.",
  },
} as const;
