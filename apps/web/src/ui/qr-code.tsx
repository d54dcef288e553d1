import { useId } from "react";
import { qrSquares } from "./qr-squares.ts";

const quietZone = 4;

type QrCodeProps = { text: string; title: string; description?: string; className: string };

/** Drawn on this device. Black on white with its margin, also in the dark: a camera wants it so. */
export function QrCode({ text, title, description, className }: QrCodeProps) {
  const id = useId();
  const squares = qrSquares(text);
  const side = squares.length + 2 * quietZone;
  const dark = squares
    .flatMap((row, y) => darkRuns(row).map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`))
    .join("");
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={description && `${id}-description`}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <title id={`${id}-title`}>{title}</title>
      {description && <desc id={`${id}-description`}>{description}</desc>}
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  );
}

/** Neighbours as one bar: drawn one by one, a coarse printer leaves gaps between them. */
const darkRuns = (row: readonly boolean[]) =>
  [...row.map(Number).join("").matchAll(/1+/g)].map(({ 0: run, index: start }) => ({ start, length: run.length }));
