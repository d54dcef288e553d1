import { request } from "node:http";
import { buffer } from "node:stream/consumers";

type Asked = { method?: string; headers?: Record<string, string>; body?: BodyInit | null };

/**
 * Asks the web process itself, past the recording proxy, under the portal's own name: `fetch` would name the host of the
 * address, and that one is refused.
 */
export async function askDirectly(url: string, publicUrl: string, { method = "GET", headers, body }: Asked) {
  const bytes = body ? Buffer.from(await new Response(body).arrayBuffer()) : undefined;
  const named = { ...headers, host: new URL(publicUrl).host, "content-length": String(bytes?.length ?? 0) };
  return new Promise<Response>((resolve, reject) => {
    const asked = request(url, { method, headers: named }, (answer) => {
      buffer(answer).then(
        (text) => resolve(new Response(new Uint8Array(text), { status: answer.statusCode ?? 0 })),
        reject,
      );
    });
    asked.once("error", reject);
    asked.end(bytes);
  });
}
