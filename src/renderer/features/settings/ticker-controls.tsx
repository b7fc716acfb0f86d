import { texts } from '../../texts.ts';
import { wholePercentText } from '../../ui/number-text.ts';
import { Segments } from '../../ui/segments.tsx';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

const OPACITIES = [1, 0.85, 0.7, 0.5] as const;

export function TickerControl() {
  const { windows } = useStores();
  return (
    <button type="button" className="button" onClick={() => windows.toggleTicker()}>
      {texts.settings.ticker.toggle}
    </button>
  );
}

export function TickerOpacityControl() {
  const { settings } = useStores();
  const opacity = useSelected(settings.settings, (current) => current.tickerOpacity);
  return (
    <Segments
      label={texts.settings.tickerOpacity.title}
      segments={OPACITIES.map((value) => ({ value: String(value), label: wholePercentText(value) }))}
      value={String(opacity)}
      onChoose={(value) => settings.change({ tickerOpacity: Number(value) })}
    />
  );
}
