import type { Device } from "@dvd/domain/session/device";
import type { AssuranceLevel } from "@dvd/domain/assurance";

export const session = {
  left: {
    twoMinutes: "Noch etwa zwei Minuten.",
    oneMinute: "Noch etwa eine Minute.",
    seconds: "Nur noch wenige Sekunden.",
  },
  idle: {
    title: "Sind Sie noch da?",
    text: "Gleich verschließen wir Ihre Unterlagen wieder, damit niemand sonst sie liest. Nichts geht verloren. Wenn Sie weiterlesen oder weiterschreiben möchten, bleiben Sie einfach angemeldet.",
  },
  total: {
    title: "Ihre Anmeldung endet gleich.",
    text: "Auf diesem Vertrauensniveau gilt eine Anmeldung nur für begrenzte Zeit. Nichts geht verloren. Melden Sie sich in einem neuen Fenster noch einmal an, dann geht es hier ohne Unterbrechung weiter.",
  },
  stay: "Angemeldet bleiben",
  extending: "Einen Moment …",
  extended: "Sie bleiben angemeldet.",
  signInAside: "In neuem Fenster anmelden",
  ended: {
    time: "Ihre Anmeldung ist beendet.",
    elsewhere: "Sie wurden an anderer Stelle abgemeldet.",
    text: "Was Sie geschrieben haben, ist auf dieser Seite noch da und noch nicht gesendet. Melden Sie sich in einem neuen Fenster an. Danach geht es hier von selbst weiter.",
  },
  fresh: {
    title: "Dafür melden Sie sich bitte noch einmal an.",
    why: {
      keys: "Wer kurz an Ihrem Gerät ist, soll nicht ändern können, wer Ihre Unterlagen öffnet.",
      members: "Wer kurz an Ihrem Gerät ist, soll nicht ändern können, wer in Ihrer Behörde was darf.",
      log: "Wer kurz an Ihrem Gerät ist, soll nicht das ganze Protokoll Ihrer Behörde mitnehmen können.",
      end: "Wer kurz an Ihrem Gerät ist, soll Ihr Konto nicht löschen können.",
    },
    age: "Deshalb darf Ihre Anmeldung dafür höchstens {minutes} Minuten alt sein.",
    back: "Danach sind Sie wieder auf dieser Seite.",
    aside:
      "Die Anmeldung öffnet sich in einem neuen Fenster. Diese Seite bleibt, wie sie ist, und geht danach von selbst weiter.",
    action: "Neu anmelden",
  },
  list: {
    title: "Hier sind Sie angemeldet",
    lead: "Kennen Sie ein Gerät nicht oder haben Sie es verloren? Dann melden Sie es ab. Es ist sofort draußen.",
    here: "dieses Gerät, gerade jetzt",
    device: "{browser}, {system}",
    times: "Angemeldet seit {since}, zuletzt benutzt {last}",
    levels: {
      low: "Vertrauensniveau niedrig",
      substantial: "Vertrauensniveau substanziell",
      high: "Vertrauensniveau hoch",
    } satisfies Record<AssuranceLevel, string>,
    browsers: {
      firefox: "Firefox",
      edge: "Edge",
      chrome: "Chrome",
      safari: "Safari",
      other: "Anderer Browser",
    } satisfies Record<Device["browser"], string>,
    systems: {
      android: "Android",
      ios: "iPhone oder iPad",
      windows: "Windows",
      macos: "Mac",
      linux: "Linux",
      other: "anderes Gerät",
    } satisfies Record<Device["system"], string>,
    end: "Abmelden",
    endNamed: "{device} abmelden",
    ending: "Wird abgemeldet …",
    ended: "Abgemeldet.",
    others: "Überall sonst abmelden",
    othersText: "Sie sind an mehreren Stellen angemeldet. Sie können alle außer dieser auf einmal beenden.",
  },
} as const;
