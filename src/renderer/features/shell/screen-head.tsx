import type { ReactNode } from 'react';
import type { ScreenName } from '../../stores/navigation.ts';
import { texts } from '../../texts.ts';
import { screenHeadingId } from './focus-screen.ts';

interface ScreenHeadProps {
  readonly screen: ScreenName;
  readonly children?: ReactNode;
}

/** The line on top of a screen: its name, and what can be done with it. */
export function ScreenHead({ screen, children }: ScreenHeadProps) {
  return (
    <div className="toolbar screen-head">
      <h1 className="title" id={screenHeadingId(screen)} tabIndex={-1}>
        {texts.shell.screens[screen]}
      </h1>
      {children}
    </div>
  );
}
