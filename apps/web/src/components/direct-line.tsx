/**
 * The picture of the product: one string, from a house through the knot of a sealed parcel to a town hall. Both ends have
 * a key; the eye in the middle is closed.
 */
export function DirectLine({ title, className }: { title: string; className?: string }) {
  return (
    <svg
      viewBox="8 114 584 240"
      fill="none"
      role="img"
      aria-label={title}
      className={className}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M14 346h572" className="stroke-line" strokeWidth="2.5" />

      <g className="stroke-text" strokeWidth="3">
        <path d="M40 346V236M152 236v110" />
        <path d="m24 250 72-66 72 66" />
        <path d="M126 206v-30h14v43" className="fill-page" />
        <path d="M80 346v-58h34v58" className="fill-page" />
      </g>

      <g className="stroke-text" strokeWidth="3">
        <path d="M440 346h138M450 332h118" />
        <path d="M446 236h126M452 222h114" />
        <path d="m446 222 63-44 63 44Z" className="fill-page" />
        <path d="M462 236v96M486 236v96M532 236v96M556 236v96" />
        <path d="M498 332v-44a11 11 0 0 1 22 0v44" className="fill-page" />
        <path d="M509 178v-34" strokeWidth="2.4" />
        <path d="M510 145c9-6 15 6 25 0v15c-10 6-16-6-25 0Z" className="fill-action-tint" strokeWidth="2.4" />
      </g>

      <g className="stroke-action" strokeWidth="3">
        <path d="M228 204h146v142H228Z" className="fill-action-tint" />
        <path d="m228 204 20-26h146l-20 26M374 346l20-26V178" className="fill-action-tint" />
      </g>

      <path d="m321 178-20 26v142" className="stroke-seal" strokeWidth="4" />
      <path d="M97 318c34 26 62-46 131-44h146c78 0 84 66 135 32" className="stroke-seal" strokeWidth="4" />
      <path d="m301 274-24 20c-8 6-14-4-6-8l30-12 30 12c8 4 2 14-6 8Z" className="stroke-seal" strokeWidth="3.4" />
      <circle cx="301" cy="274" r="21" className="fill-seal stroke-page" strokeWidth="3" />
      <path d="M301 266.5a5 5 0 0 1 3 9l1.6 7.5h-9.2l1.6-7.5a5 5 0 0 1 3-9Z" className="fill-on-seal" />

      <g className="stroke-muted" strokeWidth="3" transform="translate(0 20)">
        <path d="M268 104c22 28 64 28 86 0" />
        <path d="m281 118-9 11M299 126l-3 14M323 126l3 14M341 118l9 11" />
      </g>

      <Key x={79} y={256} />
      <Key x={493} y={207} />
    </svg>
  );
}

function Key({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(0.74)`} className="stroke-action" strokeWidth="4">
      <circle cx="9" cy="0" r="9" />
      <path d="M18 0h28v9M36 0v7" />
    </g>
  );
}
