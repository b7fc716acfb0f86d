import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What encrypts: the system's keychain, as far as it can be trusted. */
export interface Vault {
  /**
   * The keychain's name (`gnome_libsecret`, `kwallet6`, `keychain`, `dpapi`), `null` = none that keeps a secret safely.
   * A hard-coded key counts as none.
   */
  backend(): Promise<string | null>;
  encrypt(plain: string): Promise<Buffer>;
  /** Rejects when the keychain is locked, gone or another one. `isOld`: encrypt again, the keychain changed its key. */
  decrypt(sealed: Buffer): Promise<{ readonly plain: string; readonly isOld: boolean }>;
}

/** A key that was kept, or why there is none. */
export type KeptKey =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly key: string; readonly backend: string }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** How a key is kept from now on. */
export type Keeping =
  | { readonly kind: 'kept'; readonly backend: string }
  | { readonly kind: 'session'; readonly detail: string };

/** A keychain that does not answer is as good as none. */
const ANSWER_TIMEOUT_MS = 5_000;
const NO_KEYCHAIN =
  'This system has no keychain that keeps a secret safely, so the key is kept for this session only.';

interface Sealed {
  readonly backend: string;
  readonly sealed: string;
}

/** The provider's key, sealed by the system's keychain in a file of its own. Plain text never touches the disk. */
export class KeyStore {
  readonly #file: string;
  readonly #vault: Vault;

  constructor(file: string, vault: Vault) {
    this.#file = file;
    this.#vault = vault;
  }

  /** The key of an earlier session. */
  async read(): Promise<KeptKey> {
    const stored = this.#readFile();
    if (stored === undefined) return { kind: 'none' };
    const backend = await answered(this.#vault.backend()).catch(() => null);
    if (backend === null)
      return unreadable(
        'This system\u2019s keychain does not answer, so the key that was kept can\u2019t be read. Enter it again, or unlock the keychain and start Linewatch again.',
      );
    if (backend !== stored.backend) {
      return unreadable(
        `The key was kept with another keychain (${stored.backend}; now ${backend}). Enter it again.`,
      );
    }
    try {
      const { plain, isOld } = await answered(this.#vault.decrypt(Buffer.from(stored.sealed, 'base64')));
      if (isOld) await this.keep(plain);
      return { kind: 'kept', key: plain, backend };
    } catch {
      return unreadable('The keychain could not open the key that was kept. Enter it again.');
    }
  }

  /** Keeps a key. Where there is no keychain it is not written, and the answer says so. */
  async keep(key: string): Promise<Keeping> {
    try {
      const backend = await answered(this.#vault.backend());
      if (backend === null) return this.#sessionOnly(NO_KEYCHAIN);
      const sealed = await answered(this.#vault.encrypt(key));
      if (sealed.includes(Buffer.from(key))) return this.#sessionOnly(NO_KEYCHAIN);
      this.#writeFile({ backend, sealed: sealed.toString('base64') });
      return { kind: 'kept', backend };
    } catch {
      return this.#sessionOnly('The keychain did not take the key, so it is kept for this session only.');
    }
  }

  /** Forgets the key. */
  forget(): void {
    rmSync(this.#file, { force: true });
  }

  /** A key of an earlier session would come back at the next start: it goes. */
  #sessionOnly(detail: string): Keeping {
    this.forget();
    return { kind: 'session', detail };
  }

  #readFile(): Sealed | undefined {
    try {
      const stored = JSON.parse(readFileSync(this.#file, 'utf8')) as Partial<Sealed>;
      return typeof stored.backend === 'string' && typeof stored.sealed === 'string'
        ? (stored as Sealed)
        : undefined;
    } catch {
      return undefined;
    }
  }

  #writeFile(stored: Sealed): void {
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, JSON.stringify(stored), { mode: 0o600, flush: true });
    renameSync(temporary, this.#file);
  }
}

function unreadable(detail: string): KeptKey {
  return { kind: 'unreadable', detail };
}

async function answered<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the keychain does not answer')), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
