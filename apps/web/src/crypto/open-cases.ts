import {
  type AccountKeys,
  type Bytes,
  CryptoError,
  equalBytes,
  formatFingerprint,
  type UnitEpoch,
  uuidBytes,
  type Vault,
} from "@dvd/crypto";
import { maySpeak } from "@dvd/domain/tenant/signed-list";
import { fromBase64, toBase64 } from "./base64.ts";
import { beginCase, type ChosenOffice } from "./begin-case.ts";
import { deputyAt } from "./case-senders.ts";
import type { CitizenKeys } from "./citizen-keys.ts";
import { inspectCopy } from "./copies.ts";
import { type OpenCase, openCase } from "./open-case.ts";
import type { VaultPins } from "./vault-pins.ts";
import type { CaseAnswer, KeysAnswer } from "./wire-types.ts";

type Ports = VaultPins & {
  now: () => Date;
  opened: () => { vault: Vault; keys: AccountKeys; units: readonly UnitEpoch[] };
};

/** The cases that this device can read until it is locked. */
export function createOpenCases({ now, opened, trusted, pin }: Ports) {
  const cases = new Map<string, OpenCase>();

  function caseOf(caseId: string): OpenCase {
    const found = cases.get(caseId);
    if (!found) throw new CryptoError("E_STATE");
    return found;
  }

  /** The authority of a case as it has signed itself: remembered from before, or taken as the right one just now. */
  async function authorityOf({ tenantId, summary }: CaseAnswer, answer: KeysAnswer, accepted: string | undefined) {
    // Who has sent or worked with this authority before remembers it; an unknown one would come without a pin.
    const isNew = !opened().vault.pins.roots[tenantId];
    if (isNew && accepted === undefined) throw new CryptoError("E_ROOT_CHANGED");
    const directory = await trusted(tenantId, answer);
    // What the screen says must be what the authority has signed.
    if (directory.name !== summary.authority) throw new CryptoError("E_STATEMENT_CONTEXT");
    const fingerprint = formatFingerprint(directory.rootFingerprint);
    if (isNew && fingerprint !== accepted) throw new CryptoError("E_ROOT_CHANGED");
    return { directory, isNew, fingerprint };
  }

  return {
    caseOf,

    /** To write: under keys that nobody has confirmed for days, what came after them could be held back. */
    freshCaseOf(caseId: string): OpenCase {
      const found = caseOf(caseId);
      if (!found.directory.isFreshAt(now())) throw new CryptoError("E_LOG_OLD");
      if (!found.isKeyProven) throw new CryptoError("E_SENDER");
      return found;
    },

    closeCases: () => cases.clear(),

    async beginCase(caseId: string, office: ChosenOffice, answer: KeysAnswer, secret?: Bytes) {
      const directory = await trusted(office.tenantId, answer);
      const beginner = { keys: opened().keys, directory, now: now() };
      const { begun, grants, fingerprint } = await beginCase(caseId, office, beginner, secret);
      cases.set(caseId, begun);
      return {
        scopeId: toBase64(begun.key.scopeId),
        grants: grants.map(toBase64),
        fingerprint,
        vaultUpdate: await pin(directory, [office.unitId]),
      };
    },

    /**
     * The case that was asked for. `accepted` are the digits of an authority that this person has seen and taken as the
     * right one: a copy comes to a vault that remembers none.
     */
    async openCase(caseId: string, answer: CaseAnswer, keysAnswer: KeysAnswer, accepted?: string) {
      const reader = opened();
      // The key's scope is the case itself: the key of one case cannot be passed off as that of another.
      if (answer.summary.caseId !== caseId || !equalBytes(fromBase64(answer.scopeId), uuidBytes(caseId)))
        throw new CryptoError("E_CONTEXT");
      const authority = await authorityOf(answer, keysAnswer, accepted);
      const { opened: found, role, login } = await openCase(answer, reader, authority);
      const before = cases.get(caseId);
      assertSameCitizen(found.citizen, before);
      // The very key under which the citizen's message has opened already.
      if (before?.isKeyProven && equalBytes(before.key.secret, found.key.secret)) found.isKeyProven = true;
      cases.set(caseId, found);
      return {
        fingerprint: authority.fingerprint,
        login: role === "citizen" ? null : login,
        maySpeak: role === "citizen" || maySpeak(speakersOf(found, now()), reader.vault.accountId) === true,
        copy: role === "unit" ? await inspectCopy(answer, found.citizen) : null,
        isFresh: found.directory.isFreshAt(now()),
        isKeyProven: found.isKeyProven,
        isWronglySealed: found.isWronglySealed,
        vaultUpdate: await pin(found.directory, [found.unitId]),
      };
    },

    /** What a case of one's own waits for: a copy of its key, or a first look at its authority. */
    waitsFor({ grants, tenantId }: CaseAnswer) {
      const { keys, vault } = opened();
      if (!grants.some(({ recipientKeyId }) => recipientKeyId === toBase64(keys.kem.keyId))) return "copy";
      return vault.pins.roots[tenantId] ? null : "acceptance";
    },
  };
}

/** Whom the authority has signed for in the unit of a case, and who is the deputy of one of them now. */
function speakersOf({ directory, unitId, deputies }: OpenCase, now: Date) {
  const present = deputies.filter(({ keyId }) => deputyAt(deputies, keyId, now));
  const accounts = Array.from(directory.signers(unitId).values(), ({ account }) => account);
  return new Set([...accounts, ...present.map(({ mandate }) => mandate.deputy)]);
}

/** The key that began a case never changes: a server that names another one wants to slip in a case key of its own. */
function assertSameCitizen({ first }: CitizenKeys, before: OpenCase | undefined) {
  if (before !== undefined && before.citizen.first.keyId !== first.keyId) throw new CryptoError("E_SENDER");
}
