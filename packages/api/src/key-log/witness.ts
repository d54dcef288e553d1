/** Somebody else, who signs that the log has only grown. Answers as C2SP tlog-witness does (docs/key-log.md). */
export type Witness = {
  name: string;
  add(body: string): Promise<{ status: number; body: string }>;
};

const patience = 10_000;
const longestAnswer = 4_096;

export const httpWitness = (name: string, url: string): Witness => ({
  name,
  async add(body) {
    const response = await fetch(`${url}/add-checkpoint`, {
      method: "POST",
      body,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, body: await beginningOf(response) };
  },
});

/** Not `text()`: a witness that sends without end would fill the memory of the worker. */
async function beginningOf({ body }: Response): Promise<string> {
  const read = new Uint8Array(longestAnswer);
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body ?? []) {
    const fitting = chunk.subarray(0, longestAnswer - length);
    read.set(fitting, length);
    length += fitting.length;
    if (length === longestAnswer) break;
  }
  return new TextDecoder().decode(read.subarray(0, length));
}
