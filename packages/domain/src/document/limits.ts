/** Sizes in bytes, of the sealed container: the server never learns the exact size of a file, only the padded one. */
export const limits = {
  /** Sealed size of one document; 2 GB of content plus padding and framing. */
  documentBytes: 2_400_000_000,
  /** A message is one segment of the container. */
  messageBytes: 262_144,
  documentsPerSubmission: 20,
  /** Uploads of one side that are on their way in one case, in every state of it. */
  openUploadsPerCase: 20,
  openDraftsPerCitizen: 20,
  /** Unfinished uploads and drafts are deleted after this many days. */
  draftDays: 7,
} as const;

/** What a citizen may attach in the wizard; checked on the device because the server sees ciphertext only. */
export const acceptedMediaTypes = ["application/pdf"] as const;
