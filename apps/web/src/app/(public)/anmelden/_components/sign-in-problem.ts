import { isLoginRefusal, type LoginRefusal } from "@dvd/domain/session/login";

/** From an address that anybody could have written: one of our reasons, or none of them is known here. */
export const signInProblemOf = (grund: string | undefined): LoginRefusal | null => {
  if (!grund) return null;
  return isLoginRefusal(grund) ? grund : "trouble";
};
