import type { Condition, FormDefinition } from "@dvd/domain/form/definition";
import { z } from "zod";
import { localized } from "../directory/service.contract.ts";

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: z.string(), isOneOf: list(z.string()) }),
    z.strictObject({ all: list(condition) }),
    z.strictObject({ any: list(condition) }),
  ]),
);

const common = {
  id: z.string().describe("Names the answer in documents and drafts"),
  label: localized,
  hint: localized.exactOptional(),
  isOptional: z.literal(true).exactOptional(),
};
const option = z.strictObject({ id: z.string(), label: localized, hint: localized.exactOptional() });

const question = z.discriminatedUnion("type", [
  z.strictObject({
    ...common,
    type: z.enum(["short-text", "long-text"]),
    autocomplete: z.string().exactOptional(),
    maxLength: z.int().min(1).max(4_000).exactOptional(),
  }),
  z.strictObject({ ...common, type: z.enum(["choice", "several"]), options: list(option) }),
  z.strictObject({
    ...common,
    type: z.literal("date"),
    autocomplete: z.literal("bday").exactOptional(),
    when: z.enum(["past", "future"]).exactOptional(),
  }),
  z.strictObject({ ...common, type: z.literal("number"), min: z.int(), max: z.int() }),
  z.strictObject({ ...common, type: z.literal("amount"), max: z.int().describe("In euros") }),
  z.strictObject({ ...common, type: z.literal("address"), isHere: z.literal(true).exactOptional() }),
  z.strictObject({ ...common, type: z.enum(["yes-no", "name", "email", "phone", "iban"]) }),
]);

/** A form as `domain/form` means it; the type says that the two have not drifted apart. */
export const formDefinition: z.ZodType<FormDefinition> = z.strictObject({
  id: z.string(),
  pages: list(
    z.strictObject({
      id: z.string(),
      title: localized,
      questions: list(question),
      showIf: condition.exactOptional(),
    }),
  ),
  message: z.strictObject({ from: z.string(), text: z.string().exactOptional() }),
  evidence: z.record(z.string(), condition).exactOptional(),
});
