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
    const answer = await response.text();
    return { status: response.status, body: answer.slice(0, longestAnswer) };
  },
});
