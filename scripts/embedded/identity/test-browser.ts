/** As much of a browser as a login needs: cookies by path, redirects within one origin, forms. */
export class TestBrowser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: "manual",
      headers: {
        accept: "text/html",
        cookie: this.#cookiesFor(new URL(url).pathname),
        // A form says which page it stands on; here that is always one of the same server.
        ...(form && { origin: new URL(url).origin }),
      },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Follows redirects as long as they stay on the origin of the first address. */
  async follow(url: string, form?: Record<string, string>): Promise<{ response: Response; url: string }> {
    let response = await this.open(url, form);
    let at = url;
    for (
      let location = response.headers.get("location");
      location !== null;
      location = response.headers.get("location")
    ) {
      at = new URL(location, at).href;
      if (new URL(at).origin !== new URL(url).origin) break;
      response = await this.open(at);
    }
    return { response, url: at };
  }

  cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const [name = "", value = ""] = pair.split("=");
    const path = attributes.find((attribute) => attribute.startsWith("path="))?.slice("path=".length) ?? "/";
    if (value === "") this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }

  #cookiesFor(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }
}
