import type { FormDefinition } from "@dvd/domain/form/definition";
import { baugenehmigungForm } from "./baugenehmigung.ts";
import { hundForm } from "./hund.ts";
import { kitaplatzForm } from "./kitaplatz.ts";
import { laermForm } from "./laerm.ts";
import { wohngeldForm } from "./wohngeld.ts";
import { wohnsitzForm } from "./wohnsitz.ts";

/** By address of the service. The others ask who writes, and what about. */
export const demoForms: Readonly<Record<string, FormDefinition>> = {
  wohngeld: wohngeldForm,
  "wohnsitz-anmelden": wohnsitzForm,
  hauptwohnsitz: wohnsitzForm,
  "hund-anmelden": hundForm,
  baugenehmigung: baugenehmigungForm,
  kitaplatz: kitaplatzForm,
  laermbeschwerde: laermForm,
};
