/** The one front door. Formats: docs/container-format.md, docs/keys.md and docs/key-log.md. */
export { equalBytes, fromBase64Url, fromHex, toBase64Url, toHex, uuidBytes, type Bytes } from "./bytes.ts";
export {
  createFrameCheck,
  parsePublicHeader,
  partAt,
  partCount,
  partSize,
  segmentsPerPart,
  type FrameCheck,
  type PartRange,
  type PublicHeader,
} from "./container/frame-check.ts";
export { containerTypes, type ContainerType } from "./container/header.ts";
export type { ContainerMeta, StoredMeta } from "./container/meta.ts";
export {
  openContainer,
  type ContentSink,
  type ExpectedContainer,
  type LockedContainer,
  type OpenedContainer,
  type OpenInput,
} from "./container/open.ts";
export { accessSegments, type SegmentAccess } from "./container/random-access.ts";
export { verifyReceiptEvidence, type ProvenReceipt, type ReceiptEvidence } from "./container/receipt-evidence.ts";
export { readReceiptFile, type ReceiptFile } from "./container/receipt-file.ts";
export { encodeReceiptLink, readReceiptLink, type LinkedReceipt } from "./container/receipt-link.ts";
export {
  contentsFingerprint,
  parseReceipt,
  proveReceipt,
  signReceipt,
  verifyReceipt,
  type Receipt,
} from "./container/receipt.ts";
export {
  beginSeal,
  sealMessage,
  type SealedMessage,
  type SealedSegment,
  type SealInput,
  type Sealing,
} from "./container/seal.ts";
export {
  sealParts,
  type PartSealing,
  type ReadContent,
  type SealedPart,
  type SealPartsInput,
} from "./container/seal-parts.ts";
export { ciphertextDigestOf, messageIdOf, signSegments, verifySeal } from "./container/seal-record.ts";
export { openGrant, type OpenGrantInput } from "./envelope/accept.ts";
export { inspectGrant, sealGrant, verifyGrant, type GrantFields, type SealGrantInput } from "./envelope/grant.ts";
export {
  caseKeyObject,
  containerKeyObject,
  grantedObjects,
  recipientRoles,
  unitSeedObject,
  vaultKeyObject,
  type GrantedObject,
  type ObjectName,
  type RecipientRole,
} from "./envelope/objects.ts";
export { CryptoError, cryptoErrorCodes, type CryptoErrorCode } from "./errors.ts";
export { accountKeys, createAccount, type AccountKeys } from "./keys/account.ts";
export { generateCaseKey, type CaseKey } from "./keys/case-key.ts";
export {
  accountFingerprint,
  formatFingerprint,
  grantDigest,
  rootFingerprint,
  type SealedUnitKey,
  unitKeyFingerprint,
} from "./keys/fingerprint.ts";
export { generateKemSeed, kemKeyFromSeed, kemKeyId, type KemKey } from "./keys/kem.ts";
export { formatRecoveryKey, generateRecoveryKey, parseRecoveryKey } from "./keys/recovery.ts";
export {
  generateSigningKey,
  importSigningKey,
  signingKeyId,
  type KeyLookup,
  type SigningKey,
} from "./keys/signing.ts";
export { draftKey, inspectDraft, openDraft, sealDraft, type DraftPlace } from "./keys/draft.ts";
export { unwrapForDevice, wrapForDevice } from "./keys/device.ts";
export {
  createPieceDigest,
  devicePieceLength,
  devicePieceOverhead,
  openDevicePiece,
  openDeviceRecord,
  sealDevicePiece,
  sealDeviceRecord,
  type PiecePlace,
} from "./keys/device-file.ts";
export {
  answerDeviceLink,
  beginDeviceLink,
  checkDeviceLink,
  inspectLinkAnswer,
  openDeviceLink,
  type LinkRequest,
} from "./keys/device-link.ts";
export { openPasskeySlot, readPasskeySlot, sealPasskeySlot } from "./keys/passkey.ts";
export { newPassphraseHeader, passphraseKey } from "./keys/passphrase.ts";
export {
  inspectSlot,
  openPassphraseSlot,
  openRecoverySlot,
  sealPassphraseSlot,
  sealRecoverySlot,
  type Slot,
  type StoredSlot,
} from "./keys/slot.ts";
export type { SlotType } from "./keys/slot-header.ts";
export { generateWords, parseWords } from "./keys/words.ts";
export { createUnitEpoch, grantUnitSeed, openUnitSeed, sealBackLink, type UnitEpoch } from "./keys/unit.ts";
export { inspectVault, openVault, sealVault, type OpenVaultInput, type Vault } from "./keys/vault.ts";
export { parseCheckpoint, signCheckpoint, type Checkpoint, type NamedKey, type NamedSigner } from "./log/checkpoint.ts";
export { cosign, verifyCheckpoint, type LogPolicy } from "./log/cosignature.ts";
export { entryBytes, entryOf, parseEntry, type LogEntry } from "./log/entry.ts";
export { leafHash } from "./log/merkle.ts";
export { verifyGrowth, verifyLogged, type LogPin, type LogPlace, type LogProof } from "./log/proof.ts";
export { checkpointMaxAgeMs, logPolicyOf } from "./log/policy.ts";
export { createTree, type Tree } from "./log/tree.ts";
export {
  addCheckpointBody,
  answerAddCheckpoint,
  judgeGrowth,
  readAddCheckpoint,
  type SignedRequest,
  type WitnessAnswer,
} from "./log/witness.ts";
export { generateAead as generateDeviceKey, type NativeKey } from "./primitives.ts";
export { randomBytes, type RandomSource } from "./random.ts";
export { readableSuites } from "./suite.ts";
export {
  endDigest,
  signAccountChange,
  vaultDigest,
  verifyAccountChange,
  waysDigest,
  type AccountChange,
  type WaysChange,
} from "./statement/account-change.ts";
export { isAuditCheckpointSigned, signAuditCheckpoint } from "./statement/audit-checkpoint.ts";
export {
  identityChecks,
  signAttestation,
  verifyAttestation,
  type Attestation,
  type AttestedKey,
  type IdentityCheck,
} from "./statement/attestation.ts";
export type { Signed, SignedBytes } from "./statement/dsse.ts";
export { headUnits } from "./statement/head.ts";
export { signMandate, verifyMandate, type Deputy, type Mandate } from "./statement/mandate.ts";
export { signObjection, verifyObjection, type Objection } from "./statement/objection.ts";
export {
  memberRoles,
  parseStatement,
  signStatement,
  type AuthorityStatement,
  type DirectoryHead,
  type LogPolicyStatement,
  type MemberRole,
  type MembersStatement,
  type ReceiptKeyStatement,
  type Statement,
  type UnitKeyStatement,
} from "./statement/statement.ts";
export {
  headMaxAgeMs,
  verifyDirectory,
  type Directory,
  type ReceiptKey,
  type Author,
  type Signer,
  type UnitKey,
} from "./statement/verify-directory.ts";
