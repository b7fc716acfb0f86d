import { Icon, type IconProps } from './icons.tsx';

/** A whistle's short lines: what happens in a game. */
export function PlaysIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="4" cy="4" r="1.25" />
      <circle cx="4" cy="8" r="1.25" />
      <circle cx="4" cy="12" r="1.25" />
      <path d="M7.5 4h6M7.5 8h6M7.5 12h4" />
    </Icon>
  );
}

/** Links of a chain: several legs in one bet. */
export function ParlaysIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M7 9.2 9.2 7M6.2 11.2l-.9.9a2.3 2.3 0 0 1-3.3-3.3l2-2a2.3 2.3 0 0 1 3 0" />
      <path d="m9.8 4.8.9-.9A2.3 2.3 0 0 1 14 7.2l-2 2a2.3 2.3 0 0 1-3 0" />
    </Icon>
  );
}

/** A bell. */
export function AlertsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 11.5h10c-1-1-1.3-2.2-1.3-4.5a3.7 3.7 0 0 0-7.4 0c0 2.3-.3 3.5-1.3 4.5ZM6.5 13.5a1.6 1.6 0 0 0 3 0" />
    </Icon>
  );
}

/** An eye: what is watched. */
export function WatchIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="2" />
    </Icon>
  );
}

/** A slip with a torn edge: a bet that was placed. */
export function BetsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3.5 1.8h9v12.4l-1.5-1-1.5 1-1.5-1-1.5 1-1.5-1-1.5 1V1.8Z" />
      <path d="M6 5.2h4M6 8h4" />
    </Icon>
  );
}

/** A pencil. */
export function EditIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m10.5 2.8 2.7 2.7-7.6 7.6-3.3.6.6-3.3 7.6-7.6Z" />
    </Icon>
  );
}

/** A pulse on a line. */
export function DiagnosticsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M1.5 8.5h3l1.8-4.8 3.2 8.6 1.8-3.8h3.2" />
    </Icon>
  );
}

/** A plug: where the prices come from. */
export function FeedIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M5.5 2v3.2M10.5 2v3.2M3.8 5.2h8.4v2.3a4.2 4.2 0 0 1-8.4 0V5.2ZM8 11.7V14" />
    </Icon>
  );
}

export function CloseIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

/** A pin; filled when something is pinned. */
export function PinIcon({ filled = false, ...props }: IconProps & { readonly filled?: boolean }) {
  return (
    <Icon {...props}>
      <path d="M6 2h4l-.5 4.5 2 2.5h-7l2-2.5L6 2Z" fill={filled ? 'currentColor' : 'none'} />
      <path d="M8 9v5" />
    </Icon>
  );
}

export function TickIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m3.5 8.5 3 3 6-7" />
    </Icon>
  );
}

/** Sliders: what can be set. */
export function SettingsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2 4.5h6m4 0h2M2 11.5h2m4 0h6" />
      <circle cx="10" cy="4.5" r="1.75" />
      <circle cx="6" cy="11.5" r="1.75" />
    </Icon>
  );
}

export function ArrowUpIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8 13V3.5M4 7.5l4-4 4 4" />
    </Icon>
  );
}

export function ArrowDownIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8 3v9.5M4 8.5l4 4 4-4" />
    </Icon>
  );
}

/** Columns: what stands beside one another. */
export function ColumnsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
    </Icon>
  );
}

export function BackIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M13 8H3.5M7.5 4l-4 4 4 4" />
    </Icon>
  );
}
