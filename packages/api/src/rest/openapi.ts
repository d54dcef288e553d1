import { domainErrorCodes } from "@dvd/domain/errors";
import { generateOpenApiDocument } from "trpc-to-openapi";
import { appRouter } from "../root.ts";

const text = { type: "string" } as const;

/** RFC 9457, as `problem.ts` says whatever is refused. */
const problem = {
  description: "What was refused, and why",
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        properties: {
          type: { ...text, format: "uri-reference", description: "One for each code" },
          title: { ...text, description: "What happened, in the language of Accept-Language: German or English" },
          status: { type: "integer", description: "The status of the answer" },
          detail: { ...text, description: "What happened, what is safe, what to do; in the same language" },
          code: { ...text, enum: [...domainErrorCodes], description: "For programs; the same in every transport" },
          correlationId: { ...text, description: "Names this request in the log" },
          at: { ...text, format: "date-time" },
          retryAfterSeconds: { type: "integer", description: "Only where waiting helps; also in Retry-After" },
        },
        required: ["type", "title", "status", "detail", "code", "correlationId", "at"],
        additionalProperties: false,
      },
    },
  },
} as const;

/** The public REST surface, generated from the procedures that say so. `openapi/openapi.json` is its committed copy. */
export function openApiDocument() {
  const { paths = {}, ...document } = generateOpenApiDocument(appRouter, {
    title: "DirektVermittlung",
    version: "1",
    openApiVersion: "3.1.0",
    baseUrl: "/api/v1",
    description: "Public directory: services, responsible offices and the signed keys to which a client seals.",
  });
  for (const { get } of Object.values(paths))
    if (get) get.responses = { ...get.responses, default: { $ref: "#/components/responses/Problem" } };
  return { ...document, paths, components: { responses: { Problem: problem } } };
}
