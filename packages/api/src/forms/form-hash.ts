import { createHash } from "node:crypto";
import { canonicalJson } from "@dvd/domain/canonical-json";
import type { FormDefinition } from "@dvd/domain/form/definition";
import type { Bytes } from "../wire.ts";

export const formHash = (definition: FormDefinition): Bytes =>
  new Uint8Array(createHash("sha256").update(canonicalJson(definition)).digest());
