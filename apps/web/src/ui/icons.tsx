import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type IconProps = { className?: string | undefined };

/** One line weight, round ends. Always beside words, hence hidden from screen readers. */
function Icon({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={classNames("shrink-0", className)}
    >
      {children}
    </svg>
  );
}

export const InfoIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="12" cy="12" r="9.2" />
    <path d="M12 11v5.5M12 7.4v.1" />
  </Icon>
);

export const SuccessIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="12" cy="12" r="9.2" />
    <path d="m7.8 12.4 2.9 2.9 5.6-6" />
  </Icon>
);

export const WarningIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M12 3.6 21.6 20H2.4ZM12 10v4.6M12 17.2v.1" />
  </Icon>
);

export const ErrorIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2ZM12 7.4v5.4M12 16.4v.1" />
  </Icon>
);

export const LockIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <rect x="4.5" y="10" width="15" height="10.5" rx="2" />
    <path d="M8 10V7.5a4 4 0 0 1 8 0V10M12 14.2v2.4" />
  </Icon>
);

export const KeyIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="7.6" cy="12" r="4.4" />
    <path d="M12 12h9.4v3.4M17.4 12v2.4" />
  </Icon>
);

export const PaperIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M6 2.8h8.2L19 7.6v13.6H6ZM14 3v5h5M9 12.6h6.6M9 16.4h6.6" />
  </Icon>
);

export const ReceiptIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M5 2.8h14v18.4l-2.4-1.8-2.3 1.8-2.3-1.8-2.3 1.8-2.3-1.8L5 21.2Z" />
    <path d="m8.6 10.4 2.4 2.4 4.4-4.8" />
  </Icon>
);

export const ArrowIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M4 12h15.4M13.4 5.8l6.2 6.2-6.2 6.2" />
  </Icon>
);

export const EyeClosedIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M2.6 9.4c5 6.8 13.8 6.8 18.8 0M5 12.6l-1.6 2.6M12 14.6v3M19 12.6l1.6 2.6M8.4 14l-.9 2.8M15.6 14l.9 2.8" />
  </Icon>
);

export const HouseIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m3 11.4 9-7.6 9 7.6M5.4 9.6v10.6h13.2V9.6M9.8 20.2v-5.8h4.4v5.8" />
  </Icon>
);

export const OfficeIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m3.6 9 8.4-5.4L20.4 9ZM3 20.4h18M4.6 17.6h14.8M6.4 9.4v8M10.2 9.4v8M13.8 9.4v8M17.6 9.4v8" />
  </Icon>
);

export const DeviceIcon = ({ className }: IconProps) => (
  <Icon className={className}>
    <rect x="6.4" y="2.6" width="11.2" height="18.8" rx="2.2" />
    <path d="M10.8 18.4h2.4" />
  </Icon>
);
