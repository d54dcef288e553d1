import { spawnSync } from "node:child_process";

/** @type {boolean | undefined} */
let isSetprivUsable;

/**
 * A command line that gets this signal when the process that started it is gone, also by kill -9: without it a killed
 * `npm start` would leave its database and its servers running. Where `setpriv` of util-linux 2.33 is missing, the
 * command stays as it is, and the next start clears up. Plain JavaScript, because start.mjs needs it on an old Node.
 *
 * @param {"INT" | "TERM"} signal
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {[program: string, args: string[]]}
 */
export function dyingWithParent(signal, program, args) {
  isSetprivUsable ??= spawnSync("setpriv", ["--pdeathsig", "TERM", "true"]).status === 0;
  return isSetprivUsable ? ["setpriv", ["--pdeathsig", signal, program, ...args]] : [program, [...args]];
}
