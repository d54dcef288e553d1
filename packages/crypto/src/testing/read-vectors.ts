import { readFileSync } from "node:fs";

type Hex = string;
export type Refusal = { code: string; segment?: number; group?: number };
type Change<T> = { name: string; change: Partial<T>; error: string };
type CaseKeyText = { scopeId: Hex; generation: number; secret: Hex };

type ContainerText = {
  caseKey: CaseKeyText;
  senderSpki: Hex | null;
  expect: { type: "file" | "message"; scopeId: Hex; sequence?: string; previous?: Hex };
  header: Hex;
  floeHeader: Hex;
  seal: Hex;
  body: Hex;
};
type LongBody = Omit<ContainerText, "expect" | "body" | "senderSpki"> & {
  senderSpki: Hex;
  meta: { size: number };
  containerId: Hex;
  floeIv: Hex;
  segmentIvs: Hex[];
  segmentLengths: number[];
  segmentDigests: Hex[];
  messageId: Hex;
};
export type ContainerVectors = {
  knownAnswer: { result: Record<string, Hex> };
  longBody: LongBody;
  accepted: (ContainerText & { name: string; result: { meta: object; content: Hex; messageId: Hex } })[];
  refused: { name: string; base: string; change: Partial<ContainerText>; error: Refusal }[];
};

export type ObjectText = { objectType: "caseKey" | "containerKey" | "unitSeed" | "vaultKey"; objectId: Hex };
type ObjectInputs = {
  scopeId?: Hex;
  generation?: number;
  header?: Hex;
  floeHeader?: Hex;
  unitId?: string;
  epoch?: number;
  accountId?: string;
};
type RoleText = "citizen" | "unit" | "official" | "export" | "offline" | "device";
export type GrantVectors = {
  recipient: { seed: Hex; publicKey: Hex; keyId: Hex };
  grantor: { spki: Hex; keyId: Hex };
  objectNames: (ObjectText & { name: string; inputs: ObjectInputs })[];
  accepted: {
    name: string;
    env: Hex;
    entropy: Hex;
    created: string;
    expect: ObjectText & { role: RoleText };
    secret: Hex;
  }[];
  refused: { name: string; change: { env: Hex }; error: Refusal }[];
};

type VaultText = { accountId: string; vaultKey: Hex; minimumVersion: number; sealed: Hex };
type SlotText = { accountId: string; recoveryKey: Hex; header: Hex; wrapped: Hex };
export type KeyVectors = {
  signing: { pkcs8: Hex; spki: Hex; keyId: Hex };
  kem: { seed: Hex; publicKey: Hex; keyId: Hex };
  vault: VaultText & { result: { kemSeed: Hex; signingKey: Hex }; refused: Change<VaultText>[] };
  recoverySlot: SlotText & { vaultKey: Hex; refused: Change<SlotText>[] };
  recoveryKeys: { accepted: { typed: string; bytes: Hex }[]; refused: { typed: string; error: Refusal }[] };
  fingerprint: { rootSpki: Hex; hex: Hex; digits: string };
};

type PasskeyText = {
  accountId: string;
  prfOutput: Hex;
  prfInput: Hex;
  credentialId: Hex;
  header: Hex;
  wrapped: Hex;
};
type LinkText = {
  accountId: string;
  linkId: string;
  code: string;
  seed: Hex;
  publicKey: Hex;
  proof: Hex;
  answer: Hex;
};
type PassphraseText = { accountId: string; words: string; header: Hex; wrapped: Hex };
export type SlotVectors = {
  words: { accepted: { typed: string; letters: string }[]; refused: { typed: string; error: Refusal }[] };
  passphraseSlot: PassphraseText & { vaultKey: Hex; refused: Change<PassphraseText>[] };
  deviceLink: LinkText & {
    vaultKey: Hex;
    grantorSpki: Hex;
    refusedRequests: Change<LinkText>[];
    refusedAnswers: Change<LinkText>[];
  };
  passkeySlot: PasskeyText & { vaultKey: Hex; refused: Change<PasskeyText>[] };
};

type DraftText = { accountId: string; draftId: string; version: number; vaultKey: Hex; sealed: Hex };
export type DraftVectors = { draft: { accepted: (DraftText & { content: Hex })[]; refused: Named<DraftText>[] } };

export type SignedText = { payload: string; signature: Hex };
type DirectoryText = {
  authority: string;
  now: string;
  pinnedRoot: Hex;
  pinnedEpochs: Record<string, number>;
  pinnedSeqs: { authority: number; policy: number; head: number };
  statements: SignedText[];
};
type ReceiptText = {
  expect: { authority: string; caseId: string; senderKeyId: Hex; messageIds: Hex[] };
  signed: SignedText;
};
export type StatementVectors = {
  directory: DirectoryText & {
    result: {
      name: string;
      unitId: string;
      epoch: number;
      unitKeyId: Hex;
      signers: Record<Hex, { account: string; role: string }>;
      receiptKeyIds: Hex[];
      seqs: { authority: number; policy: number; head: number };
      headIssuedAt: string;
      lastFresh: string;
    };
    refused: Change<DirectoryText>[];
  };
  receipt: ReceiptText & {
    receiptKey: { spki: Hex; keyId: Hex; validFrom: string; validUntil: string };
    result: object;
    refused: Change<ReceiptText>[];
  };
};

type HeadText = { size: number; root: Hex };
type InclusionText = { leaf: Hex; index: number; size: number; root: Hex; path: Hex[] };
type ConsistencyText = { older: HeadText; newer: HeadText; proof: Hex[] };
type Named<T> = T & { name: string };
type KeyText = { name: string; spki: Hex };
type LoggedText = {
  now: string;
  policy: { origin: string; logKey: Hex; witnesses: KeyText[]; threshold: number; maxAgeMs: number };
  pin: HeadText | null;
  payloads: string[];
  proof: { checkpoint: string; consistency: Hex[]; places: { index: number; path: Hex[] }[] };
};
export type LogVectors = {
  trees: {
    heads: HeadText[];
    inclusion: { accepted: InclusionText[]; refused: Named<InclusionText>[] };
    consistency: { accepted: ConsistencyText[]; refused: Named<ConsistencyText>[] };
  };
  entries: {
    accepted: { statement: string; entry: string; leafHash: Hex }[];
    refused: Named<{ entry: string }>[];
  };
  checkpoints: {
    keys: KeyText & { checkpointKeyId: Hex; cosignatureKeyId: Hex };
    accepted: Named<
      HeadText & { note: string; origin: string; body: string; signers: { name: string; keyId: Hex }[] }
    >[];
    refused: Named<{ note: string }>[];
  };
  logged: LoggedText & {
    result: { pin: HeadText; witnessedAt: string };
    accepted: Named<{ change: Partial<LoggedText> }>[];
    refused: Change<LoggedText>[];
  };
  witness: {
    logs: { origin: string; spki: Hex }[];
    requests: Named<{ status: number; body: string; stored: HeadText | null; state?: HeadText; answer?: string }>[];
  };
};

export type SignatureVectors = {
  message: Hex;
  vectors: { name: string; spki: Hex; signature: Hex; result: "accepted" | "refused" | "E_KEY" }[];
};

/** The files are ours; a wrong shape shows as a failing vector. */
export const readVectors = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), "utf8")) as T;
