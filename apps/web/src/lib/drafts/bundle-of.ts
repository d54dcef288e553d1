/** The documents that were picked for a draft lie on this device under this name. */
export const bundleOf = (draftId: string) => `send/${draftId}`;
