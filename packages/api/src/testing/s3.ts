import { randomUUID } from "node:crypto";
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { OpenWrite } from "../adapters/blob/blob-store.ts";
import type { S3Place } from "../adapters/blob/s3.ts";

/** Given by `tests/s3`, which starts a real server; without it there is none. */
export function testS3(): Omit<S3Place, "bucket"> | null {
  const { TEST_S3_ENDPOINT: endpoint, TEST_S3_ACCESS_KEY: accessKey, TEST_S3_SECRET_KEY: secretKey } = process.env;
  return endpoint && accessKey && secretKey ? { endpoint, accessKey, secretKey, region: "default" } : null;
}

export async function makeBucket(server: Omit<S3Place, "bucket">): Promise<S3Place> {
  const place = { ...server, bucket: `dvd-${randomUUID()}` };
  await clientOf(place).send(new CreateBucketCommand({ Bucket: place.bucket }));
  return place;
}

/** Numbers and sizes of what the server holds of an open write. */
export async function partsIn(place: S3Place, { key, writeId }: OpenWrite) {
  const at = { Bucket: place.bucket, Key: `objects/${key}`, UploadId: writeId };
  const { Parts = [] } = await clientOf(place).send(new ListPartsCommand(at));
  return Parts.map(({ PartNumber, Size }) => ({ number: PartNumber, size: Size }));
}

/** Objects, open writes and their parts, as lines that look like the paths of the driver on the file system. */
export async function contentOf(place: S3Place): Promise<string[]> {
  const client = clientOf(place);
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: place.bucket }));
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: place.bucket }));
  const writes = Uploads.map(({ Key = "", UploadId = "" }) => ({
    key: Key.replace("objects/", ""),
    writeId: UploadId,
  }));
  const open = await Promise.all(
    writes.map(async (write) => {
      const name = `pending/${write.key}/${write.writeId}`;
      return [name, ...(await partsIn(place, write)).map(({ number, size }) => `${name}/${number} ${size}`)];
    }),
  );
  return [...Contents.map(({ Key, Size }) => `${Key} ${Size}`), ...open.flat()].toSorted();
}

const clientOf = ({ endpoint, region, accessKey, secretKey }: S3Place) =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
