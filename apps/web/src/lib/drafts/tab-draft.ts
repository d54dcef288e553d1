const name = "dvdDraft";

/**
 * Which draft this tab is working on: a reload goes on with it without a question. Its id is random and tells nothing;
 * in the address it would travel.
 */
export const tabDraft = {
  get: () => sessionStorage.getItem(name),
  set: (draftId: string) => sessionStorage.setItem(name, draftId),
  clear: () => sessionStorage.removeItem(name),
};
