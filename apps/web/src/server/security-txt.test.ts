import { afterAll, describe, expect, it } from "vitest";
import { paths } from "../lib/paths.ts";
import { send } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const edge = await openEdge();
afterAll(() => edge.close());
const path = "/.well-known/security.txt";
const security = { contact: "mailto:sicherheit@portal.test", page: paths.reportWeakness };

describe("security.txt", () => {
  it("names whom to tell, until when that holds, and the page that explains it", async () => {
    const { url } = await edge.open({}, { security });
    const { outcome, headers } = await send(url + path);
    const [status, ...words] = outcome.split(" ");
    const text = words.join(" ");
    const fields = Object.fromEntries(
      text
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/: (.*)/s)),
    );
    expect(status).toBe("200");
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(fields).toEqual({
      Contact: security.contact,
      Expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      "Preferred-Languages": "de, en",
      Canonical: `https://portal.test${path}`,
      Policy: "https://portal.test/schwachstelle-melden",
    });
    const days = (Date.parse(fields.Expires ?? "") - edge.portal.deps.now().getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(100);
    expect(days).toBeLessThan(365);
  });

  it("is not there while nobody is named, and takes nothing", async () => {
    const { url } = await edge.open();
    expect((await send(url + path)).outcome).toBe("404 request.unknown-path");
    const { url: named } = await edge.open({}, { security });
    expect((await send(named + path, { method: "POST", headers: { "content-length": 0 } })).outcome).toMatch(/^404 /);
  });
});
