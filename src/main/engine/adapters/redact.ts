/** Takes the key out of a text, in every form in which libraries write it. */
export type Redact = (text: string) => string;

const DOTS = '\u2022\u2022\u2022\u2022';

/** Makes the redaction for one key: raw, URL-encoded and base64 (padded, unpadded, URL-safe). */
export function redactKey(key: string): Redact {
  if (key === '') return (text) => text;
  const base64 = Buffer.from(key).toString('base64');
  const bare = base64.replace(/=+$/, '');
  const forms = [key, encodeURIComponent(key), bare, bare.replaceAll('+', '-').replaceAll('/', '_')];
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, DOTS);
    return clean;
  };
}
