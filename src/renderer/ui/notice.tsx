import type { ReactNode } from 'react';

interface NoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly tone?: 'calm' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** What stands where a screen has nothing to show: what is the matter, and what to do next. */
export function Notice({ icon, title, text, tone = 'calm', action }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'failed' ? 'alert' : 'status'}>
      <span className="notice-icon">{icon}</span>
      <h2 className="notice-title">{title}</h2>
      <p className="notice-text">{text}</p>
      {action ? (
        <button type="button" className="button" onClick={action.run}>
          {action.label}
        </button>
      ) : null}
    </div>
  );
}
