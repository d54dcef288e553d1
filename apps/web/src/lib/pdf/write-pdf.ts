import { assemblePdf, type Piece, streamOf } from "./assemble-pdf.ts";
import { breakLines, encodeText } from "./encode-text.ts";

export type Block =
  | { is: "heading" | "text" | "small"; text: string }
  /** A label and what it labels, read one after the other. */
  | { is: "fact"; term: string; text: string }
  /** Squares of a QR code, dark ones true; the link behind it, and its words for who does not see it. */
  | { is: "code"; squares: readonly (readonly boolean[])[]; url: string; description: string };

type PdfInput = { title: string; language: string; createdAt: Date; blocks: readonly Block[] };

const page = { width: 595, height: 842, margin: 62 };
const column = page.width - 2 * page.margin;
/** As wide as a code of 117 squares is on 190 points; one with more of them gets larger, for the same camera. */
const codeSize = 190;
const squareSize = codeSize / 117;

/**
 * One page of text, with a code or without, tagged for screen readers: language, title, headings, paragraphs, an alternative for the
 * picture, a link. Fonts are those that every reader brings. Too long for the page is an error, not a cut.
 */
export function writePdf({ title, language, createdAt, blocks }: PdfInput): Blob {
  const drawing = draw(blocks);
  const tags = drawing.tags.map(({ type, alt }, place) => {
    const box = type === "Figure" ? ` /A [<< /O /Layout /BBox [${drawing.codeBox.join(" ")}] >>]` : "";
    return `<< /Type /StructElem /S /${type} /P 7 0 R /Pg 3 0 R /K ${place}${alt ? ` /Alt ${textString(alt)}` : ""}${box} >>`;
  });
  const firstTag = 10;
  const ofPage = tags.map((_, place) => `${firstTag + place} 0 R`).join(" ");
  const link = linkOf(drawing, firstTag + tags.length);
  const objects: (string | Piece[])[] = [
    `<< /Type /Catalog /Pages 2 0 R /Lang ${textString(language)} /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /ViewerPreferences << /DisplayDocTitle true >> /Metadata 9 0 R >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /StructParents 0 /Tabs /S ${link.onPage}/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >> >> >>`,
    streamOf("", drawing.operators.join("\n")),
    `<< /Title ${textString(title)} /CreationDate ${textString(pdfDate(createdAt))} >>`,
    `<< /Type /StructTreeRoot /K 7 0 R /ParentTree << /Nums [0 [${ofPage}]${link.parent}] >> /ParentTreeNextKey 2 >>`,
    `<< /Type /StructElem /S /Document /P 6 0 R /K [${ofPage}${link.kid}] >>`,
    link.annotation,
    metadata(title, language),
    ...tags,
    ...link.tags,
  ];
  return assemblePdf(
    objects.map((object) => (typeof object === "string" ? [object] : object)),
    5,
  );
}

/** The link over the code, as object 8 and in the structure under `tag`. Without a code there is none. */
function linkOf({ link, codeBox }: Pick<ReturnType<typeof draw>, "link" | "codeBox">, tag: number) {
  if (!link) return { onPage: "", parent: "", kid: "", annotation: "null", tags: [] };
  const words = textString(link.description);
  return {
    onPage: "/Annots [8 0 R] ",
    parent: ` 1 ${tag} 0 R`,
    kid: ` ${tag} 0 R`,
    annotation: `<< /Type /Annot /Subtype /Link /Rect [${codeBox.join(" ")}] /Border [0 0 0] /StructParent 1 /Contents ${words} /A << /S /URI /URI ${asciiString(link.url)} >> >>`,
    tags: [
      `<< /Type /StructElem /S /Link /P 7 0 R /Pg 3 0 R /K [<< /Type /OBJR /Obj 8 0 R /Pg 3 0 R >>] /Alt ${words} >>`,
    ],
  };
}

type Tag = { type: "H1" | "P" | "Figure"; alt?: string };

const looks = {
  heading: { font: "F2", size: 20, leading: 26, after: 14, tag: "H1" },
  text: { font: "F1", size: 11, leading: 15.5, after: 9, tag: "P" },
  small: { font: "F1", size: 9, leading: 12.5, after: 7, tag: "P" },
} as const;

function draw(blocks: readonly Block[]) {
  const operators: string[] = [];
  const tags: Tag[] = [];
  let y = page.height - page.margin;
  let codeBox = [0, 0, 0, 0];
  let link: { url: string; description: string } | null = null;

  const begin = (tag: Tag) => {
    operators.push(`/${tag.type} << /MCID ${tags.length} >> BDC`);
    tags.push(tag);
  };
  const line = (text: string, { font, size, leading }: { font: string; size: number; leading: number }) => {
    y -= leading;
    if (y < page.margin) throw new RangeError("the text does not fit on the page");
    operators.push(`BT /${font} ${size} Tf ${page.margin} ${round(y)} Td <${hex(encodeText(text))}> Tj ET`);
  };

  for (const block of blocks) {
    if (block.is === "code") {
      const size = Math.max(codeSize, block.squares.length * squareSize);
      y -= size + 6;
      if (y < page.margin) throw new RangeError("the code does not fit on the page");
      codeBox = [page.margin, round(y), page.margin + size, round(y + size)].map(round);
      link = { url: block.url, description: block.description };
      begin({ type: "Figure", alt: block.description });
      operators.push("0 g", ...squaresOf(block.squares, size / block.squares.length, y), "EMC");
      y -= 14;
      continue;
    }
    if (block.is === "fact") {
      begin({ type: "P" });
      line(block.term, { ...looks.small, font: "F2" });
      for (const text of breakLines(block.text, looks.text.size, column)) line(text, looks.text);
      operators.push("EMC");
      y -= looks.text.after;
      continue;
    }
    const look = looks[block.is];
    begin({ type: look.tag });
    for (const text of breakLines(block.text, look.size, column, look.font === "F2")) line(text, look);
    operators.push("EMC");
    y -= look.after;
  }
  return { operators, tags, codeBox, link };
}

/** Neighbours as one bar, so that a coarse printer leaves no gaps between them. */
const squaresOf = (rows: readonly (readonly boolean[])[], square: number, bottom: number) =>
  rows.flatMap((row, fromTop) =>
    [...row.map(Number).join("").matchAll(/1+/g)].map(({ 0: run, index }) => {
      const x = page.margin + index * square;
      const y = bottom + (rows.length - 1 - fromTop) * square;
      return `${round(x)} ${round(y)} ${round(run.length * square)} ${round(square)} re f`;
    }),
  );

function metadata(title: string, language: string): Piece[] {
  const xml = new TextEncoder().encode(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
  );
  return streamOf("/Type /Metadata /Subtype /XML ", xml);
}

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${String(character.codePointAt(0))};`);

const round = (value: number) => Math.round(value * 100) / 100;
const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** UTF-16 with its mark, as hexadecimal digits: nothing in it can end the string. */
const textString = (text: string) =>
  `<feff${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("")}>`;
const asciiString = (text: string) => `<${hex([...new TextEncoder().encode(text)])}>`;

const pdfDate = (at: Date) => `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`;
