import type { CaseId } from "@dvd/domain/ids";
import type { Portal } from "./portal.ts";

/** What is left behind of a case, in the order in which it came, as the superuser sees it. */

export const auditOf = (portal: Portal, caseId: CaseId) =>
  portal.sql<{ type: string; actor: string; payload: object }[]>`
    select type, actor_kind as actor, payload from audit_intake where case_id = ${caseId} order by created_at, id`;

export const auditTypesOf = async (portal: Portal, caseId: CaseId) =>
  (await auditOf(portal, caseId)).map(({ type }) => type);

export const changesOf = async (portal: Portal, caseId: CaseId) =>
  (
    await portal.sql<{ line: string }[]>`
      select scope_kind || ' ' || kind as line from changes where case_id = ${caseId}
      order by created_at, scope_kind desc, sequence`
  ).map(({ line }) => line);

export const jobsOf = (portal: Portal, caseId: CaseId) =>
  portal.sql<{ name: string; data: Record<string, string>; start: string }[]>`
    select name, data, start_after as start from pgboss.job where data ->> 'caseId' = ${caseId} order by name, created_on`;

/** Under which key the blob store has a document. */
export async function blobKeyOf(portal: Portal, documentId: string): Promise<string> {
  const [row] = await portal.sql<{ key: string }[]>`select blob_key as key from documents where id = ${documentId}`;
  return row?.key ?? "";
}

export async function stateOf(portal: Portal, caseId: CaseId) {
  const [row] = await portal.sql<{ state: string; version: number }[]>`
    select state, version from cases where id = ${caseId}`;
  return row;
}

export const eventsOf = async (portal: Portal, caseId: CaseId) =>
  (
    await portal.sql<{ line: string }[]>`
      select actor || ' ' || kind as line from case_events where case_id = ${caseId} order by id`
  ).map(({ line }) => line);
