import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request as httpRequest } from "node:http";
import { connect } from "node:net";

export type Sending = {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: Buffer;
  piece?: number;
  everyMs?: number;
};
export type Answer = { outcome: string; headers: IncomingHttpHeaders };

/** The name under which people reach the portal of these tests. */
export const host = "portal.test";

/** What came back, in one word or two; a body goes out piece by piece when it is said how. */
export const send = (url: string, { method = "GET", headers = {}, body, piece, everyMs = 20 }: Sending = {}) =>
  new Promise<Answer>((resolve) => {
    const outgoing = httpRequest(url, { method, headers: { host, ...headers } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => {
        const code = /"code":"([\w.-]+)"/.exec(text)?.[1] ?? text;
        resolve({ outcome: `${response.statusCode} ${code}`, headers: response.headers });
      });
      response.on("error", () => resolve({ outcome: "connection lost", headers: {} }));
    });
    outgoing.on("error", () => resolve({ outcome: "connection lost", headers: {} }));
    if (!piece || !body) {
      outgoing.end(body);
      return;
    }
    let sent = 0;
    const timer = setInterval(() => {
      outgoing.write(body.subarray(sent, sent + piece));
      sent += piece;
      if (sent < body.length) return;
      clearInterval(timer);
      outgoing.end();
    }, everyMs);
    outgoing.on("close", () => clearInterval(timer));
  });

export const outcomeOf = async (url: string, sending?: Sending) => (await send(url, sending)).outcome;

/** A live stream that has begun. */
export type OpenStream = { heard: () => string; ended: Promise<unknown>; leave: () => void };

export const openStream = (url: string, cookie: string) =>
  new Promise<OpenStream>((resolve, reject) => {
    const outgoing = httpRequest(url, { headers: { host, cookie } }, (response) => {
      let text = "";
      const ended = new Promise((end) => response.on("close", end));
      const leave = () => outgoing.destroy();
      response
        .on("error", () => undefined)
        .on("data", (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes("event: ready")) resolve({ heard: () => text, ended, leave });
        });
    });
    outgoing.on("error", reject).end();
  });

export const post = (body: Buffer, headers: OutgoingHttpHeaders = {}): Sending => ({
  method: "POST",
  headers: { "content-length": body.length, ...headers },
  body,
});

/** Says these very bytes to the port, and returns what came back until the other side had enough. */
export const say = (url: string, words: string | Buffer) =>
  new Promise<string>((resolve) => {
    let answer = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(words));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("error", () => resolve(answer)).on("close", () => resolve(answer));
  });
