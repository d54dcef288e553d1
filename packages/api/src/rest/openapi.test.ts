import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi.ts";

describe("the description of the REST interface", () => {
  it("is the committed one: clients see a change in the review", async () => {
    const hint =
      "openapi/openapi.json is out of date; `vitest run packages/api/src/rest/openapi.test.ts -u` rewrites it";
    const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
    await expect(document, hint).toMatchFileSnapshot("../../../../openapi/openapi.json");
  });
});
