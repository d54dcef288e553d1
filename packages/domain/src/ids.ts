/** Branded ids: a case id cannot be handed to a function that wants a unit id. */
type Brand<Name extends string> = string & { readonly __brand: Name };

export type TenantId = Brand<"TenantId">;
export type UnitId = Brand<"UnitId">;
export type CitizenId = Brand<"CitizenId">;
export type OfficialId = Brand<"OfficialId">;
/** An account holds keys and a vault: its id is the id of the citizen or official who owns it. */
export type AccountId = Brand<"AccountId"> | CitizenId | OfficialId;
export type InvitationId = Brand<"InvitationId">;
export type DeputyshipId = Brand<"DeputyshipId">;
export type CollectorTokenId = Brand<"CollectorTokenId">;
export type SessionId = Brand<"SessionId">;
export type CaseId = Brand<"CaseId">;
export type DocumentId = Brand<"DocumentId">;
export type ThreadId = Brand<"ThreadId">;
export type MessageId = Brand<"MessageId">;

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * UUIDv7 (RFC 9562): the first 48 bits are the time, so rows made one after another lie side by side in the index.
 * Time and randomness are passed in.
 */
export function uuidv7<Id extends string>(now: Date, random: Uint8Array): Id {
  if (random.length !== 10) throw new RangeError("uuidv7 wants 10 random bytes");
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now.getTime()) << 16n);
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
