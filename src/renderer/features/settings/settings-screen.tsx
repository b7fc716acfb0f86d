import { useState } from 'react';
import { texts } from '../../texts.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { ScreenHead } from '../shell/screen-head.tsx';
import { findSettings, type Setting } from './setting-list.ts';

const ICON_SIZE = 32;
const SECTIONS = Object.keys(texts.settings.sections) as Setting['section'][];

/** Everything that can be set, searchable. */
export function SettingsScreen() {
  const [sought, setSought] = useState('');
  const found = findSettings(sought);
  return (
    <main className="screen">
      <ScreenHead screen="settings">
        <span className="summary">{texts.settings.hint}</span>
        <div className="toolbar-end">
          <span className="summary" role="status">
            {sought === '' ? '' : texts.settings.found(found.length)}
          </span>
          <SearchInput
            className="settings-search"
            label={texts.settings.search}
            value={sought}
            onChange={setSought}
          />
        </div>
      </ScreenHead>
      {found.length === 0 ? (
        <Notice
          icon={<SearchIcon size={ICON_SIZE} />}
          title={texts.settings.noneTitle(sought)}
          text={texts.settings.noneHint}
          action={{ label: texts.settings.clear, run: () => setSought('') }}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        <div className="settings" tabIndex={0}>
          {SECTIONS.map((section) => (
            <SettingSection
              key={section}
              title={texts.settings.sections[section]}
              settings={found.filter((each) => each.section === section)}
            />
          ))}
        </div>
      )}
    </main>
  );
}

interface SettingSectionProps {
  readonly title: string;
  readonly settings: readonly Setting[];
}

function SettingSection({ title, settings }: SettingSectionProps) {
  if (settings.length === 0) return null;
  return (
    <section className="setting-section" aria-label={title}>
      <h2 className="part-title">{title}</h2>
      {settings.map(({ id, title: name, hint, isWide, Control }) => (
        <div key={id} className={isWide ? 'setting setting-wide' : 'setting'} data-setting={id}>
          <div className="setting-words">
            <h3 className="setting-title">{name}</h3>
            <p className="hint">{hint}</p>
          </div>
          <div className="setting-control">
            <Control />
          </div>
        </div>
      ))}
    </section>
  );
}
