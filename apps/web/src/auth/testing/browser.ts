/** As much of a browser as a login needs: cookies by origin, one request at a time. */
export class Browser {
  readonly #jar = new Map<string, Map<string, string>>();

  /** The same cookies in another browser: what somebody has who copied them. */
  copy(): Browser {
    const copy = new Browser();
    for (const [origin, cookies] of this.#jar) copy.#jar.set(origin, new Map(cookies));
    return copy;
  }

  async open(url: string, form?: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const { origin } = new URL(url);
    const cookies = this.#jar.get(origin) ?? new Map<string, string>();
    this.#jar.set(origin, cookies);
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "), ...headers },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const at = pair.indexOf("=");
      const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || pair.length === at + 1;
      if (isGone) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirects until the next one would leave for an address that `until` names. */
  async follow(url: string, until: (url: string) => boolean): Promise<string> {
    for (let at = url, hops = 0; hops < 20; hops += 1) {
      if (until(at)) return at;
      const location = (await this.open(at)).headers.get("location");
      if (location === null) return at;
      at = new URL(location, at).href;
    }
    throw new Error("redirected in circles");
  }

  cookie(origin: string, name: string): string | undefined {
    return this.#jar.get(origin)?.get(name);
  }

  cookieHeader(origin: string): string {
    return [...(this.#jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}
