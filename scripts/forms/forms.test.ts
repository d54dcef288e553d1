import { checkDefinition } from "@dvd/domain/form/check-definition";
import { describe, expect, it } from "vitest";
import { demoServices } from "../catalogue/services.ts";
import { demoForms } from "./forms.ts";

describe("the forms of the demo", () => {
  it.each(Object.entries(demoForms))("could be published: %s", (slug, form) => {
    const service = demoServices.find((one) => one.slug === slug);
    expect(service).toBeDefined();
    expect(checkDefinition(form, service?.evidence.map(({ id }) => id) ?? [])).toEqual([]);
  });
});
