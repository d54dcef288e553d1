import { deflateSync } from "node:zlib";
import { largestFileBytes } from "@dvd/domain/document/limits";
import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";

type Piece = string | Uint8Array;

/** A PDF of these objects, as far as anybody looks here. */
function pdf(objects: readonly Piece[], trailer = "") {
  const parts: Piece[] = ["%PDF-1.7\n"];
  for (const [index, object] of objects.entries()) parts.push(`${index + 1} 0 obj\n`, object, "\nendobj\n");
  const end = `trailer << /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`;
  return Buffer.concat([...parts, end].map((part) => Buffer.from(part as string, "latin1")));
}

const catalogue = "<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>";
const script = "<< /S /JavaScript /JS (app.alert(1)) >>";

function stream(body: Buffer, dictionary: string, length: number | string = body.length) {
  const head = `<< ${dictionary} /Length ${length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from("\nendstream")]);
}
const objectStream = (content: string) =>
  stream(deflateSync(Buffer.from(content)), "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode");

const check = (content: Uint8Array<ArrayBuffer> | string) => checkFile(new Blob([content]));
const faultOf = async (content: Uint8Array<ArrayBuffer> | string) => {
  const checked = await check(content);
  return checked.is === "refused" ? checked.fault : checked.is;
};

describe("a picked PDF", () => {
  it("is taken when it shows something and does nothing", async () => {
    expect(await check(pdf([catalogue]))).toEqual({ is: "document", flags: [] });
    expect(await faultOf(pdf([catalogue, objectStream("<< /Type /Font >>")]))).toBe("document");
  });

  it("is refused when it acts, wherever that is written", async () => {
    expect(await faultOf(pdf([catalogue, script]))).toBe("script");
    expect(await faultOf(pdf([catalogue, objectStream(script)]))).toBe("script");
    expect(await faultOf(pdf([objectStream(script), catalogue]))).toBe("script");
    expect(await faultOf(pdf([catalogue, "<< /S /L#61unch >>"]))).toBe("script");
    expect(await faultOf(pdf([catalogue, stream(Buffer.from("x"), "/Type /EmbeddedFile")]))).toBe("attachment");
    const far = stream(Buffer.alloc(3_000_000, 7), "/Subtype /Image");
    expect(await faultOf(pdf([catalogue, far, far, script]))).toBe("script");
  });

  it("is not refused for the bytes of a picture or the words of a page", async () => {
    const picture = Buffer.from(`${script} endstrea ${script}`);
    expect(await faultOf(pdf([catalogue, stream(picture, "/Subtype /Image")]))).toBe("document");
    const elsewhere = stream(picture, "/Subtype /Image", "9 0 R");
    expect(await faultOf(pdf([catalogue, elsewhere, `${picture.length}`]))).toBe("document");
  });

  it("cannot hide what it does behind a length that is not true", async () => {
    const body = Buffer.from("short");
    expect(await faultOf(pdf([stream(body, "/Subtype /Image", 90), catalogue, script]))).toBe("script");
  });

  it("is refused when its end is missing", async () => {
    expect(await faultOf(pdf([catalogue]).subarray(0, -8))).toBe("cutShort");
  });

  it("is known to have a password, in a classic trailer and in a table at another place", async () => {
    expect(await check(pdf([catalogue], "/Encrypt 9 0 R"))).toEqual({ is: "document", flags: ["password"] });
    const table = "9 0 obj << /Type /XRef /Encrypt 8 0 R >> stream";
    const content = `%PDF-1.7\n${table}${" ".repeat(9_000)}\nstartxref\n9\n%%EOF`;
    expect(await check(content)).toEqual({ is: "document", flags: ["password"] });
  });
});

/** An archive with empty files of these names: their heads, then the directory. */
function zip(names: readonly string[]) {
  const entry = (name: string, signature: string, length: number) => {
    const head = Buffer.alloc(length);
    head.write(signature, "latin1");
    head.writeUInt16LE(name.length, length === 30 ? 26 : 28);
    return Buffer.concat([head, Buffer.from(name)]);
  };
  const files = Buffer.concat(names.map((name) => entry(name, "PK\x03\x04", 30)));
  const directory = Buffer.concat(names.map((name) => entry(name, "PK\x01\x02", 46)));
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(files.length, 16);
  return Buffer.concat([files, directory, end]);
}

describe("any other picked file", () => {
  it("is taken when it is a picture, whatever it is called", async () => {
    const picture = new File(
      ["\xff\xd8\xff\xe0"].map((text) => Buffer.from(text, "latin1")),
      "antrag.exe",
    );
    expect(await checkFile(picture)).toEqual({ is: "picture" });
  });

  it("is refused with what it is, so that the person hears what to do instead", async () => {
    const word = ["[Content_Types].xml", "word/document.xml"];
    expect(await faultOf(zip(word))).toBe("word");
    expect(await faultOf(zip([...word, "word/vbaProject.bin"]))).toBe("macros");
    expect(await faultOf(zip(["a.pdf", "b.pdf"]))).toBe("archive");
    expect(await faultOf(zip(word).subarray(0, -30))).toBe("cutShort");
    expect(await faultOf("MZ\x90")).toBe("program");
    expect(await faultOf(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("office");
    expect(await faultOf("Guten Tag")).toBe("other");
    expect(await faultOf("")).toBe("empty");
  });

  it("is refused unread when it is larger than a container can be", async () => {
    const slice = () => {
      throw new Error("nobody reads two gigabytes to find out");
    };
    const large = { size: largestFileBytes + 1, slice };
    expect(await checkFile(large)).toEqual({ is: "refused", fault: "tooLarge" });
    expect(await checkFile({ ...large, size: largestFileBytes })).toEqual({ is: "refused", fault: "unreadable" });
  });
});
