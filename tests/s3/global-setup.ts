import { startGateway } from "@dvd/scripts/ceph/gateway";

/** One real S3 server for the whole run; each test makes its own bucket. */
export default async function setup() {
  const { endpoint, accessKey, secretKey, stop } = await startGateway();
  Object.assign(process.env, {
    TEST_S3_ENDPOINT: endpoint,
    TEST_S3_ACCESS_KEY: accessKey,
    TEST_S3_SECRET_KEY: secretKey,
  });
  return stop;
}
