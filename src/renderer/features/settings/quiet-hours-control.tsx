import { minuteText } from '#domain/alert/quiet-time.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';
import { OnOff } from './on-off.tsx';

/** On or off, and from when to when. */
export function QuietHoursControl() {
  const { settings } = useStores();
  const quietHours = useSelected(settings.settings, (current) => current.quietHours);
  const { title, from, to } = texts.settings.desktop.quietHours;
  const time = (label: string, end: 'fromMinute' | 'toMinute') => (
    <input
      className="field"
      type="time"
      aria-label={label}
      title={label}
      required
      value={minuteText(quietHours[end])}
      onChange={({ currentTarget }) => {
        const [hour = Number.NaN, minute = Number.NaN] = currentTarget.value.split(':').map(Number);
        const typed = hour * 60 + minute;
        if (Number.isInteger(typed)) settings.change({ quietHours: { ...quietHours, [end]: typed } });
      }}
    />
  );
  return (
    <div className="setting-lines">
      <OnOff
        label={title}
        isOn={quietHours.isOn}
        onChoose={(isOn) => settings.change({ quietHours: { ...quietHours, isOn } })}
      />
      {time(from, 'fromMinute')}
      {time(to, 'toMinute')}
    </div>
  );
}
