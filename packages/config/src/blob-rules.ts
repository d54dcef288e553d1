import type { ConfigProblem } from "./config-error.ts";
import type { SettingName } from "./settings.ts";

const s3SettingNames = [
  "DVD_S3_ENDPOINT",
  "DVD_S3_REGION",
  "DVD_S3_BUCKET",
  "DVD_S3_ACCESS_KEY",
  "DVD_S3_SECRET_KEY",
] as const satisfies readonly SettingName[];

type Values = { [Name in "DVD_BLOB_DIRECTORY" | (typeof s3SettingNames)[number]]?: string | undefined };

export type BlobPlace =
  | { directory: string }
  | { s3: { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string } };

/** Sealed documents have one place. With two, half of them would be looked for where they are not. */
export function blobProblems(values: Values): ConfigProblem[] {
  const given = s3SettingNames.filter((name) => values[name]);
  if (values.DVD_BLOB_DIRECTORY) {
    const problem = "is set as well as DVD_BLOB_DIRECTORY; documents are in one place only";
    return given.map((name) => ({ name, problem }));
  }
  if (given.length === 0)
    return [
      { name: "DVD_BLOB_DIRECTORY", problem: "is missing, and so are the settings DVD_S3_…; give one of the two" },
    ];
  return s3SettingNames.filter((name) => !values[name]).map((name) => ({ name, problem: "is missing" }));
}

/** Of values without such a problem. */
export function blobPlaceOf(values: Values): BlobPlace {
  const { DVD_BLOB_DIRECTORY: directory, DVD_S3_ENDPOINT: endpoint = "", DVD_S3_REGION: region = "" } = values;
  const { DVD_S3_BUCKET: bucket = "", DVD_S3_ACCESS_KEY: accessKey = "", DVD_S3_SECRET_KEY: secretKey = "" } = values;
  return directory ? { directory } : { s3: { endpoint, region, bucket, accessKey, secretKey } };
}
