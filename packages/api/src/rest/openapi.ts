import { domainErrorCodes } from "@dvd/domain/errors";
import { generateOpenApiDocument } from "trpc-to-openapi";
import { appRouter } from "../root.ts";

const text = { type: "string" } as const;

/** RFC 9457, as `handler.ts` answers whatever is refused. */
const problem = {
  description: "What was refused, and why",
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        properties: {
          type: text,
          title: { ...text, enum: [...domainErrorCodes] },
          status: { type: "integer" },
          correlationId: { ...text, description: "Names this request in the log" },
          at: { ...text, format: "date-time" },
        },
        required: ["type", "title", "status", "correlationId", "at"],
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
