const megabytes = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 0,
});
const seconds = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'narrow' });
const minutes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'minute', unitDisplay: 'narrow' });

/** A size of memory, e.g. `182 MB`. Input: bytes. */
export function memoryText(bytes: number): string {
  return megabytes.format(bytes / 2 ** 20);
}

/** A short time to come, rounded up: `4s`, `2m`. Input: milliseconds. */
export function durationText(durationMs: number): string {
  const wholeSeconds = Math.max(0, Math.ceil(durationMs / 1000));
  return wholeSeconds < 90 ? seconds.format(wholeSeconds) : minutes.format(Math.ceil(wholeSeconds / 60));
}

const percent = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** A difference with its sign and a real minus, e.g. `+2.1%`. Input: fraction, 0.021 for 2.1 %. */
export function percentText(fraction: number): string {
  return percent.format(fraction).replace('-', '\u2212');
}

const wholePercent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/** A share in whole percent, e.g. `85%`. Input: fraction, 0.85 for 85 %. */
export function wholePercentText(fraction: number): string {
  return wholePercent.format(fraction);
}
