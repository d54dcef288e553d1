import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { demoPeople } from "@dvd/scripts/embedded/demo-people";
import { freeTestPort } from "@dvd/scripts/embedded/ports";
import { startEmbedded } from "@dvd/scripts/embedded/profile";
import { writePortal } from "./portal.ts";
import { processListeningOn } from "./process-table.ts";
import { startRecordingProxy } from "./recording-proxy.ts";
import { forgetTyped } from "./typed.ts";

const inProbental = { tenant: "landkreis-probental", units: ["jugendamt"], roles: ["official"] };
const inBeispielau = { tenant: "beispielau", units: ["buergerservice"], roles: ["official"] };

/** Some citizens more than the demo has: a person makes an account once, and each story wants its own. */
const people = {
  ...demoPeople,
  citizens: [
    ...demoPeople.citizens,
    { sub: "citizen-1003", name: "Grete Sommer" },
    { sub: "citizen-1004", name: "Ottilie Winter" },
    { sub: "citizen-1005", name: "Mila Brandt" },
    { sub: "citizen-1029", name: "Rosa Habicht" },
    { sub: "citizen-1031", name: "Bodo Sperling" },
    { sub: "citizen-1032", name: "Runa Sperber" },
    { sub: "citizen-1017", name: "Levke Frühling" },
    { sub: "citizen-1006", name: "Hanne Herbst" },
    { sub: "citizen-1007", name: "Ruprecht Klee" },
    { sub: "citizen-1061", name: "Jette Ahorn" },
    { sub: "citizen-1062", name: "Almut Buche" },
    { sub: "citizen-1030", name: "Enno Falk" },
    { sub: "citizen-1020", name: "Jette Kranich" },
    { sub: "citizen-1021", name: "Malte Abend" },
    { sub: "citizen-1024", name: "Karla Reiher" },
    { sub: "citizen-1025", name: "Thies Falke" },
    { sub: "citizen-1026", name: "Wiebke Amsel" },
    { sub: "citizen-1027", name: "Nele Storch" },
    { sub: "citizen-1028", name: "Ole Wiesel" },
    { sub: "citizen-1071", name: "Oda Linde" },
    { sub: "citizen-1072", name: "Bente Dohle" },
    { sub: "citizen-1073", name: "Heinke Erle" },
    { sub: "citizen-1074", name: "Wim Esche" },
    { sub: "citizen-1081", name: "Ida Kolibri" },
    { sub: "citizen-1080", name: "Fiete Möwe" },
    { sub: "citizen-1082", name: "Kea Kormoran" },
    { sub: "citizen-1090", name: "Piet Uhu" },
    { sub: "citizen-1083", name: "Svea Ammer" },
  ],
  officials: [
    ...demoPeople.officials,
    // A unit in which one of two leaves, and the admin who lets them.
    { sub: "official-4011", name: "Ida Dachs", ...inBeispielau, postSign: "3" },
    { sub: "official-4012", name: "Leif Marder", ...inBeispielau, postSign: "4" },
    { sub: "official-4013", name: "Swantje Otter", ...inBeispielau, units: [], roles: ["admin"], postSign: "5" },
    // An authority that gets one more unit: who makes it, and who makes its first key.
    { sub: "official-5011", name: "Merle Iltis", ...inProbental, postSign: "51-11" },
    { sub: "official-5012", name: "Sönke Luchs", ...inProbental, units: [], roles: ["admin"], postSign: "10-01" },
  ],
};

/** The embedded profile with the production build, in a folder of its own, behind the recording proxy. */
export default async function setup() {
  const results = path.resolve(import.meta.dirname, "../../test-results");
  mkdirSync(results, { recursive: true });
  forgetTyped();
  const dataDir = mkdtempSync(path.join(tmpdir(), "dvd-e2e-"));
  const ports = {
    web: await freeTestPort(Math.random()),
    identity: await freeTestPort(Math.random()),
    worker: await freeTestPort(Math.random()),
    witness: await freeTestPort(Math.random()),
    postgres: await freeTestPort(Math.random()),
  };
  const proxyPort = await freeTestPort(Math.random());
  const publicUrl = `http://localhost:${proxyPort}`;

  const profile = await startEmbedded({ dataDir, ports, publicUrl, people, durable: false });
  const trafficFile = path.join(results, "traffic.bin");
  const stopProxy = await startRecordingProxy({ port: proxyPort, target: profile.urls.web, file: trafficFile });
  writePortal({
    publicUrl,
    webUrl: profile.urls.web,
    dataDir,
    logsDir: profile.logsDir,
    adminUrl: profile.adminUrl.replace(/\/[^/]*$/, "/dvd"),
    workerUrl: profile.urls.worker,
    webPid: processListeningOn(ports.web),
    trafficFile,
  });

  return async () => {
    await stopProxy();
    await profile.stop();
    cpSync(profile.logsDir, path.join(results, "logs"), { recursive: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
}
