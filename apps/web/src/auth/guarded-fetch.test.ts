import { createServer, type ServerResponse } from "node:http";
import { listen } from "@dvd/api/testing/serve";
import { afterAll, describe, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch.ts";
import { ProviderDown } from "./login-refused.ts";

type Answering = (response: ServerResponse) => void;

/** A provider on loopback, whose manners can change while it runs. */
async function startProvider(manners: Answering) {
  const provider = { manners, asked: 0 };
  const server = createServer((_request, response) => {
    provider.asked += 1;
    provider.manners(response);
  });
  const { url, close } = await listen(server);
  afterAll(close);
  const clock = { now: 0 };
  const send = guardedFetch(fetch, () => clock.now, 200);
  const ask = () => send(`${url}/keys`, { method: "GET", headers: {}, body: null, redirect: "manual" });
  return { provider, clock, ask };
}

const honest: Answering = (response) => response.writeHead(200, { "content-type": "application/json" }).end("{}");
const endless: Answering = (response) => {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    if (!response.destroyed) response.once("drain", more);
  };
  response.on("error", () => undefined);
  more();
};

describe("a provider", () => {
  const broken: [what: string, manners: Answering][] = [
    ["that takes the request and says nothing", () => undefined],
    ["that begins to answer and falls silent", (response) => response.writeHead(200).write('{"keys":')],
    ["that never comes to an end", endless],
    [
      "that breaks off",
      (response) => response.writeHead(200, { "content-length": 100 }).write("{", () => response.destroy()),
    ],
    ["that fails", (response) => response.writeHead(500).end("{}")],
  ];
  it.each(broken)("%s is down: after three times it is not even asked, for fifteen seconds", async (_what, manners) => {
    const { provider, clock, ask } = await startProvider(manners);
    for (let time = 0; time < 3; time += 1) await expect(ask()).rejects.toThrow(ProviderDown);
    expect(provider.asked).toBe(3);
    await expect(ask()).rejects.toThrow(ProviderDown);
    expect(provider.asked).toBe(3);

    provider.manners = honest;
    clock.now = 15_000;
    expect(await (await ask()).json()).toEqual({});
    expect((await ask()).status).toBe(200);
  });

  it("that refuses is not down, and one that leads elsewhere is not followed", async () => {
    const { provider, ask } = await startProvider((response) =>
      response.writeHead(400).end('{"error":"invalid_grant"}'),
    );
    for (let time = 0; time < 5; time += 1) expect(await (await ask()).json()).toEqual({ error: "invalid_grant" });
    expect(provider.asked).toBe(5);
    provider.manners = (response) => response.writeHead(302, { location: "/elsewhere" }).end();
    expect((await ask()).status).toBe(302);
    expect(provider.asked).toBe(6);
  });
});
