/** Sizes in bytes, of the sealed container: the server never learns the exact size of a file, only the padded one. */
export const limits = {
  /** Sealed size of one document; 2 GB of content plus padding and framing. */
  documentBytes: 2_400_000_000,
  /** A message is one segment of the container. */
  messageBytes: 262_144,
  documentsPerSubmission: 20,
  /** Sealed size of all that has to fit together (`bytesBeside`); 5 GB of content plus padding and framing. */
  submissionBytes: 6_000_000_000,
  /** Uploads of one side that are on their way in one case, in every state of it. */
  openUploadsPerCase: 20,
  openDraftsPerCitizen: 20,
  /** What one citizen may begin to upload within 24 hours, in all cases together. */
  uploadBytesPerDay: 20_000_000_000,
  /** Unfinished uploads and drafts are deleted after this many days. */
  draftDays: 7,
  /** What lies in the blob store and is named by no document is removed after this many days. */
  orphanDays: 9,
} as const;

/** Two gigabytes of content: what `limits.documentBytes` leaves room for after padding and framing. */
export const largestFileBytes = 2_000_000_000;

/** Five gigabytes of content in all files together: what `limits.submissionBytes` leaves room for, however it is divided. */
export const largestSubmissionBytes = 5_000_000_000;

/** A document that belongs to a case, as server and browser know it. */
type Stored = { sender: "citizen" | "official"; storedAt: Date; bodyLength: number };

/**
 * Sealed bytes that have to fit together with the next document of `sender`: all documents of a submission, and once the
 * authority has received it, all that this side has added since. So nobody can fill a case without end, and a large
 * submission takes no room from what is asked for later.
 */
export const bytesBeside = (receivedAt: Date | null, sender: Stored["sender"], documents: readonly Stored[]) =>
  documents
    .filter((document) => document.sender === sender && (receivedAt === null || document.storedAt > receivedAt))
    .reduce((sum, { bodyLength }) => sum + bodyLength, 0);

export const fitsBeside = (beside: number, bodyLength: number) => beside + bodyLength <= limits.submissionBytes;

/** How much content still fits beside these files. What is stored already counts as sealed, which is never too little. */
export const roomBeside = (files: readonly { size: number }[], storedBytes = 0) =>
  Math.max(0, largestSubmissionBytes - storedBytes - files.reduce((sum, { size }) => sum + size, 0));

/** What a device offers to pick. What is taken is decided by the bytes (`kinds.ts`). */
export const offeredMediaTypes = ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic"] as const;
