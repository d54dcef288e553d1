/** A parcel, tied with the one string that runs straight through it, and sealed where the strings cross. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 32" fill="none" aria-hidden="true" className={className}>
      <rect x="7.2" y="3.2" width="25.6" height="25.6" rx="4.4" className="fill-action" />
      <path d="M20 3.2v25.6" className="stroke-on-action" strokeWidth="1.8" opacity="0.55" />
      <path d="M0 16h7.2M32.8 16H40" className="stroke-action" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M7.2 16h25.6" className="stroke-on-action" strokeWidth="2.4" />
      <circle cx="20" cy="16" r="5.6" className="fill-seal stroke-action" strokeWidth="1.6" />
    </svg>
  );
}
