import type { PortName } from "./choose-ports.ts";
import type { EmbeddedErrorCode } from "./errors.ts";
import type { ServiceName } from "./services.ts";

type Details = Readonly<Record<string, string | number>>;

/** Every sentence that `npm start` prints. */
export const serviceNames: Record<ServiceName, string> = {
  postgres: "Datenbank (PostgreSQL)",
  identity: "Anmeldesysteme (Entwicklung)",
  worker: "Hintergrunddienst",
  witness: "Zeuge des Schlüsselverzeichnisses",
  web: "Portal",
};

const portNames: Record<PortName, string> = serviceNames;

export const texts = {
  postgres: "Datenbank wird gestartet …",
  seed: "Tabellen und Beispieldaten werden geprüft …",
  services: "Anmeldesysteme und Hintergrunddienst werden gestartet …",
  build: "Portal wird gestartet (beim ersten Mal wird es gebaut, das dauert etwas länger) …",
  portMoved: (name: PortName, from: number, to: number) =>
    `Port ${from} ist belegt. ${portNames[name]}: jetzt auf Port ${to}.`,
  running: (url: string, seconds: string) => `DirektVermittlung läuft: ${url}   (gestartet in ${seconds} s)`,
  columns: { name: "Anmelden als", office: "Zum Ausprobieren", recoveryKeyFile: "Wiederherstellungsschlüssel" },
  data: "Daten",
  logs: "Protokolle",
  stop: "Beenden",
  stopHow: "Strg+C",
  reset: "Neu beginnen",
  resetHow: "npm start -- --reset",
  stopping: "Wird beendet … (noch einmal Strg+C beendet sofort)",
  stopped: "Beendet. Die Daten bleiben erhalten.",
  crashed: (name: ServiceName, log: string) => `${serviceNames[name]}: unerwartet beendet. Protokoll: ${log}`,
  lastLines: "Die letzten Zeilen daraus:",
  unknownArgument: (argument: string) => `Unbekannte Angabe „${argument}“. Bekannt sind --reset und --dev.`,
  unexpected: "Unerwarteter Fehler beim Start:",
};

const partName = (name: Details[string] | undefined) =>
  Object.entries(serviceNames).find(([key]) => key === name)?.[1] ?? String(name);

export const errorTexts: Record<EmbeddedErrorCode, (details: Details) => string> = {
  "already-running": ({ folder, publicUrl }) =>
    publicUrl
      ? `DirektVermittlung läuft schon: ${publicUrl} (Daten in ${folder}).`
      : `DirektVermittlung wird mit diesen Daten gerade schon gestartet (${folder}).`,
  "build-failed": ({ log }) => `Das Portal ließ sich nicht bauen. Protokoll: ${log}`,
  "folder-not-ours": ({ folder }) =>
    `Der Ordner ${folder} ist nicht leer und wurde nicht von DirektVermittlung angelegt. Er bleibt unberührt. ` +
    "Nennen Sie mit DVD_DATA_DIR einen anderen.",
  "folder-other-owner": ({ folder }) =>
    `Der Ordner ${folder} gehört einem anderen Benutzerkonto. Starten Sie mit diesem Konto, ` +
    "oder nennen Sie mit DVD_DATA_DIR einen anderen Ordner.",
  "not-loopback": ({ host }) =>
    `Die Anmeldesysteme der Entwicklung sind nur auf diesem Rechner erlaubt, nicht unter ${host}.`,
  "platform-unsupported": ({ platform }) =>
    `Für ${platform} ist keine Datenbank dabei. Das Profil läuft auf Linux (x64 oder arm64) mit glibc.`,
  "port-taken": ({ port }) =>
    `Port ${port} ist belegt und lässt sich hier nicht ändern, weil Adressen und Schlüssel in den Daten an ihm hängen. ` +
    "Beenden Sie das andere Programm, oder beginnen Sie neu: npm start -- --reset",
  "demo-incomplete": () =>
    "Die Beispieldaten sind unvollständig: Ein früherer Start ist mittendrin abgebrochen. Mit „npm start -- --reset“ beginnt alles neu.",
  "postgres-busy": ({ folder, pid }) =>
    `Mit der Datenbank in ${folder} arbeitet schon ein anderes Programm (Prozess ${pid}).`,
  "postgres-failed": ({ step, log }) =>
    `Die Datenbank ließ sich nicht starten (${step}).${log === undefined ? "" : ` Protokoll: ${log}`}`,
  "service-failed": ({ name, log }) => `${partName(name)} ließ sich nicht starten. Protokoll: ${log}`,
};
