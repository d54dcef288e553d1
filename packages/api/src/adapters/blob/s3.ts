import { createHash, type Hash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { BlobMissing, type BlobStore, BlobStoreAway, checkedKey, type OpenWrite, PartMissing } from "./blob-store.ts";
import { exactly } from "./exactly.ts";
import { failsWith, orAway } from "./s3-errors.ts";

export type S3Place = { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string };

const prefix = "objects/";

/** How servers say that a write is over: after its completion Ceph no longer finds the key of it. */
const gone = ["NoSuchUpload", "NoSuchKey"];

/**
 * An object is an object of S3, a write is its multipart upload, the tag of a part is its ETag. Nothing is buffered: a
 * part flows into the request that stores it, so the SDK cannot send it again; the browser does. The SDK's own checksums
 * stay off, because older servers store their framing as content or refuse it: where the ETag of the server is the MD5 of
 * what it has stored, it is compared, and the seal proves the bytes, read back by `verify-document`. A part that comes again replaces the one before. Numbers to spare would not help: Ceph
 * completes only an upload all of whose parts are named. See ADR 0015.
 */
export function s3BlobStore(place: S3Place): BlobStore {
  const { bucket: Bucket } = place;
  const client = openClient(place);
  const at = (key: string) => ({ Bucket, Key: `${prefix}${checkedKey(key)}` });
  const within = ({ key, writeId }: OpenWrite) => ({ ...at(key), UploadId: writeId });
  const abort = async (write: OpenWrite) => {
    const aborted = client.send(new AbortMultipartUploadCommand(within(write)));
    await aborted.catch(unless(...gone));
  };
  const size = async (key: string) => {
    const found = await client.send(new HeadObjectCommand(at(key))).catch(unless("NotFound", "NoSuchKey"));
    return found ? (found.ContentLength ?? 0) : null;
  };

  /** The tag of what lies under the number of this part. The write is gone: `BlobMissing`. */
  async function tagOf(write: OpenWrite, part: number) {
    const range = { PartNumberMarker: String(part), MaxParts: 1 };
    const listed = client.send(new ListPartsCommand({ ...within(write), ...range })).catch(asMissing(...gone));
    const { Parts: [found] = [] } = await listed;
    return found?.PartNumber === part + 1 ? found.ETag : undefined;
  }

  /** Not where a server encrypts with keys of its own. Asked only when a tag is another than expected. */
  const tagsAreDigests = async () => {
    const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: "probe/tag", Body: "x" })).catch(orAway);
    return ETag === asTag(createHash("md5").update("x"));
  };

  return {
    async begin(key) {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key))).catch(orAway);
      if (!UploadId) throw new Error("the store opened no upload");
      return UploadId;
    },

    async writePart(write, part, source, size) {
      const cutOff = new AbortController();
      const sent = createHash("md5");
      const body = Readable.from(noting(sent, exactly(source, size)), { objectMode: false });
      let broken: { cause: unknown } | undefined;
      body.once("error", (cause) => {
        broken = { cause };
        cutOff.abort();
      });
      try {
        const input = { ...within(write), PartNumber: part + 1, Body: body, ContentLength: size };
        const { ETag } = await client.send(new UploadPartCommand(input), { abortSignal: cutOff.signal });
        if (!ETag) throw new Error("the store named no part");
        if (ETag !== asTag(sent) && (await tagsAreDigests()))
          throw new BlobStoreAway("other bytes arrived than were sent");
        return ETag;
      } catch (error) {
        if (broken) throw broken.cause;
        // A server that refuses in the middle of a body may hang up before its reason is read.
        await tagOf(write, part);
        return orAway(error);
      } finally {
        body.destroy();
      }
    },

    holds: async (write, { part, tag }) => (await tagOf(write, part)) === tag,

    /** S3 takes no single part back: the next one under its number does, or the end of the write. */
    async removePart(write) {
      within(write);
    },

    async complete(write, parts) {
      if (parts.length === 0) throw new PartMissing();
      const Parts = parts
        .map(({ part, tag }) => ({ PartNumber: part + 1, ETag: tag }))
        .toSorted((one, other) => one.PartNumber - other.PartNumber);
      // Asked first, because not every server knows If-None-Match here.
      if ((await size(write.key)) !== null) return abort(write);
      const input = { ...within(write), MultipartUpload: { Parts }, IfNoneMatch: "*" };
      try {
        await client.send(new CompleteMultipartUploadCommand(input));
      } catch (error) {
        if (failsWith(error, "InvalidPart")) throw new PartMissing("", { cause: error });
        // Also when the answer to an earlier call was lost.
        if ((await size(write.key)) !== null) return abort(write);
        // Ceph calls it a failure of its own when there is no such upload.
        await tagOf(write, 0);
        orAway(error);
      }
    },

    abort,
    size,

    async read(key, range = { from: 0, to: Number.POSITIVE_INFINITY }) {
      if (range.from >= range.to) return Readable.from([]);
      const last = Number.isFinite(range.to) ? range.to - 1 : "";
      const { Body } =
        (await client
          .send(new GetObjectCommand({ ...at(key), Range: `bytes=${range.from}-${last}` }))
          .catch(asMissing("NoSuchKey"))
          .catch(unless("InvalidRange"))) ?? {};
      return Body instanceof Readable ? Body : Readable.from([]);
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key))).catch(orAway);
    },

    async *listOpen(before) {
      let page: ListMultipartUploadsCommandOutput | undefined;
      do {
        const from = page && { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
        page = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: prefix, ...from })).catch(orAway);
        for (const { Key = "", UploadId: writeId, Initiated } of page.Uploads ?? [])
          if (writeId && Initiated && Initiated < before) yield { key: Key.slice(prefix.length), writeId };
      } while (page.IsTruncated);
    },

    async *listStored(before) {
      let page: ListObjectsV2CommandOutput | undefined;
      do {
        const from = page && { ContinuationToken: page.NextContinuationToken };
        page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ...from })).catch(orAway);
        for (const { Key = "", LastModified } of page.Contents ?? [])
          if (LastModified && LastModified < before) yield Key.slice(prefix.length);
      } while (page.IsTruncated);
    },

    async probe() {
      const at = { Bucket, Key: `probe/${randomUUID()}` };
      await client.send(new PutObjectCommand({ ...at, Body: "x" })).catch(orAway);
      await client.send(new DeleteObjectCommand(at)).catch(orAway);
    },
  };
}

function openClient({ endpoint, region, accessKey, secretKey }: S3Place): S3Client {
  // As many as uploads and downloads run at once; who waits for a connection would look like a sender fallen silent.
  const agent = { keepAlive: true, maxSockets: 1_000 };
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // The bucket in the path: no name of a bucket has to be a name of a host.
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 90_000, httpAgent: agent, httpsAgent: agent },
  });
}

async function* noting(hash: Hash, source: AsyncIterable<Uint8Array>) {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

const asTag = (hash: Hash) => `"${hash.digest("hex")}"`;

/** For `catch`: undefined when the server says one of these, the failure of everything else. */
const unless =
  (...names: string[]) =>
  (error: unknown): undefined =>
    failsWith(error, ...names) ? undefined : orAway(error);

const asMissing =
  (...names: string[]) =>
  (error: unknown): never => {
    if (failsWith(error, ...names)) throw new BlobMissing("", { cause: error });
    return orAway(error);
  };
