import { uuidv7 } from "@dvd/domain/ids";

/** An id made on this device: nobody else has to be asked for it, and asking twice makes nothing twice. */
export const newId = () => uuidv7<string>(new Date(), crypto.getRandomValues(new Uint8Array(10)));
