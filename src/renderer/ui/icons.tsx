import type { ReactNode } from 'react';

export interface IconProps {
  /** Side in px. */
  readonly size?: number;
}

/** The frame of every icon: 16 by 16 units, drawn in the colour of the text around it. */
export function Icon({ size = 16, children }: IconProps & { readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The product's mark: a line that is watched. */
export function ProductIcon({ size = 18 }: IconProps) {
  return (
    <Icon size={size}>
      <path d="M1.5 10.5 5 6.5l3 3 4-6" />
      <circle cx="12.5" cy="3" r="1.6" fill="currentColor" stroke="none" />
      <path d="M1.5 14h13" opacity=".45" />
    </Icon>
  );
}

export function SearchIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.5 10.5 3.5 3.5" />
    </Icon>
  );
}

export function SystemIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2" y="3" width="12" height="8" rx="1.2" />
      <path d="M6 13.5h4" />
    </Icon>
  );
}

export function LightIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.85.85m7.5 7.5.85.85m0-9.2-.85.85m-7.5 7.5-.85.85" />
    </Icon>
  );
}

export function DarkIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M13.5 9.6A5.75 5.75 0 0 1 6.4 2.5a5.75 5.75 0 1 0 7.1 7.1Z" />
    </Icon>
  );
}

export function BoardIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2" y="2.5" width="12" height="11" rx="1.5" />
      <path d="M2 6h12M6.5 6v7.5M10.5 6v7.5" />
    </Icon>
  );
}

export function WarningIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8 2.2 14.3 13H1.7L8 2.2Z" />
      <path d="M8 6.5v3m0 1.9v.1" />
    </Icon>
  );
}

/** A full disc. */
export function DiscIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="4.5" fill="currentColor" stroke="none" />
    </Icon>
  );
}

/** A ring with a gap: something is under way. */
export function PendingIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12.3 6.2A4.7 4.7 0 1 1 8 3.3" />
    </Icon>
  );
}

export function ResyncIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12.8 6.4A5 5 0 0 0 3.6 5.6M3.2 9.6a5 5 0 0 0 9.2.8" />
      <path d="M3.4 2.8v2.9h2.9M12.6 13.2v-2.9H9.7" />
    </Icon>
  );
}

/** A disc with a bar through it: cut off. */
export function OfflineIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="5" />
      <path d="m4.6 11.4 6.8-6.8" />
    </Icon>
  );
}

export function LockIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </Icon>
  );
}
