const formats = new Map<string, Intl.NumberFormat>();

/** An amount of money, e.g. `$110.00`; with `isSigned` a plus or a real minus before it. Input: hundredths. */
export function moneyText(hundredths: number, currency: string, isSigned = false): string {
  const key = `${currency} ${isSigned}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(undefined, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      signDisplay: isSigned ? 'exceptZero' : 'auto',
    });
  formats.set(key, format);
  return format.format(hundredths / 100).replace('-', '\u2212');
}
