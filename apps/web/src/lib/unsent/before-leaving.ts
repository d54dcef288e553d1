import { heldPhotos } from "../photos/held-photos.ts";
import { heldTexts } from "./held.ts";

/** Asked before the page is left for the login: who holds something that would be lost says no with `preventDefault`. */
export const beforeLeaving = "dvd-before-leaving";

/** Says only whether the page may go. That its keys and its content go is nobody's to refuse. */
export const mayLeave = (target: EventTarget) =>
  heldTexts.isEmpty() && heldPhotos.isEmpty() && target.dispatchEvent(new Event(beforeLeaving, { cancelable: true }));

/**
 * Photos are in the memory of the page alone until they are a document: the browser asks before it is loaded anew or
 * closed. On the way through the portal they stay. Returns how to stop.
 */
export function askBeforeUnload(target: EventTarget) {
  const ask = (event: Event) => {
    if (!heldPhotos.isEmpty()) event.preventDefault();
  };
  target.addEventListener("beforeunload", ask);
  return () => target.removeEventListener("beforeunload", ask);
}
