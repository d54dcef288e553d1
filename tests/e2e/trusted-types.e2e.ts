import { expect, test } from "@playwright/test";
import { portal } from "./portal.ts";

/** What a hole in a page would be used for, tried in a real page: nothing of it becomes markup or code. */
test("no string becomes markup or code, and nobody makes another policy", async ({ page }) => {
  await page.goto(`${portal().publicUrl}/hilfe`);
  const outcomes = await page.evaluate(() => {
    const markup = '<img src="x" onerror="document.title = `taken over`">';
    const code = "document.title = `taken over`";
    const element = (name: string) => document.body.appendChild(document.createElement(name));
    const script = () => document.createElement("script");
    const call = (name: string, text: string): unknown => Reflect.apply(Reflect.get(globalThis, name), null, [text]);
    const makePolicy = (name: string) =>
      Reflect.get(globalThis, "trustedTypes").createPolicy(name, { createHTML: (text: string) => text });
    const attempts: Record<string, () => unknown> = {
      innerHTML: () => (element("div").innerHTML = markup),
      outerHTML: () => (element("div").outerHTML = markup),
      insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", markup),
      "document.write": () => document.write(markup),
      DOMParser: () => new DOMParser().parseFromString(markup, "text/html"),
      createContextualFragment: () => document.createRange().createContextualFragment(markup),
      srcdoc: () => element("iframe").setAttribute("srcdoc", markup),
      "text of a script": () => (script().textContent = code),
      "a script of another host": () => (script().src = "https://evil.example/a.js"),
      "a script that somebody uploaded": () => (script().src = "/api/documents/x/body"),
      "a script from a blob": () => (script().src = URL.createObjectURL(new Blob([code]))),
      "a worker of another host": () => new Worker("https://evil.example/a.js"),
      eval: () => call("eval", code),
      Function: () => call("Function", code),
      "a timer with text": () => call("setTimeout", code),
      "another policy": () => makePolicy("of-somebody"),
      "the same policy again": () => makePolicy("default"),
    };
    const outcomeOf = ([name, attempt]: [string, () => unknown]) => {
      try {
        attempt();
        return `${name}: accepted`;
      } catch (error) {
        return `${name}: ${error instanceof Error ? error.name : "refused"}`;
      }
    };
    // Later, on the page's own account: what a test says to the page directly may evaluate whatever it likes.
    return new Promise<string[]>((resolve) => {
      setTimeout(() => resolve(Object.entries(attempts).map(outcomeOf)));
    });
  });
  expect(outcomes.filter((outcome) => !/: (?:TypeError|EvalError)$/.test(outcome))).toEqual([]);
  await expect(page).not.toHaveTitle("taken over");
});

test("no handler in an attribute runs, and no script without the word of this one answer", async ({
  page,
  request,
}) => {
  await page.goto(`${portal().publicUrl}/hilfe`);
  const title = await page.title();
  await page.evaluate(() => {
    const button = document.createElement("button");
    try {
      button.setAttribute("onclick", "document.title = `taken over`");
    } catch {
      // Refused already here by newer browsers.
    }
    document.body.append(button);
    button.click();
  });
  await expect(page).toHaveTitle(title);

  const nonceOf = async () => {
    const policy = (await request.get(`${portal().publicUrl}/hilfe`)).headers()["content-security-policy"] ?? "";
    return /'nonce-([^']+)'/.exec(policy)?.[1];
  };
  const [first, second] = [await nonceOf(), await nonceOf()];
  expect(Buffer.from(first ?? "", "base64")).toHaveLength(16);
  expect(second).not.toBe(first);
});
