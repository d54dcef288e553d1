import { describe, expect, it } from "vitest";
import { fetchUnlessKnown } from "./fetch-unless-known.ts";

/** A server whose one answer can change, and what it was asked. */
function makeServer() {
  const server = { body: "first", tag: '"1"', asked: [] as (string | null)[] };
  const get: typeof fetch = async (_, init) => {
    const named = new Headers(init?.headers).get("if-none-match");
    server.asked.push(named);
    if (named === server.tag) return new Response(null, { status: 304, headers: { etag: server.tag } });
    return new Response(server.body, { headers: { etag: server.tag } });
  };
  return { server, read: fetchUnlessKnown(get) };
}
const textOf = async (response: Promise<Response>) => (await response).text();

describe("what was read before", () => {
  it("is taken from memory while the server says that it holds, and only then", async () => {
    const { server, read } = makeServer();
    expect(await textOf(read("/a"))).toBe("first");
    expect(await textOf(read("/a"))).toBe("first");
    Object.assign(server, { body: "second", tag: '"2"' });
    expect(await textOf(read("/a"))).toBe("second");
    expect(await textOf(read("/a"))).toBe("second");
    expect(server.asked).toEqual([null, '"1"', '"1"', '"2"']);
  });

  it("is never taken for another address", async () => {
    const { server, read } = makeServer();
    await read("/a");
    await read("/b");
    expect(server.asked).toEqual([null, null]);
  });

  it("is forgotten when too much else was read since", async () => {
    const { server, read } = makeServer();
    for (let count = 0; count < 41; count += 1) await read(`/${count}`);
    await read("/40");
    await read("/0");
    expect(server.asked.slice(-2)).toEqual(['"1"', null]);
  });

  it("is not an error", async () => {
    const refusing = fetchUnlessKnown(async () => new Response("{}", { status: 500, headers: { etag: '"1"' } }));
    expect((await refusing("/a")).status).toBe(500);
    expect((await refusing("/a")).status).toBe(500);
  });
});
