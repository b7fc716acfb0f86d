import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { hostState } from '../boot/host-state.ts';
import { standInObject } from '../stand-in/stand-in.ts';
import { sessionBus } from './bus/session-bus.ts';

type Own =
  | 'isEncryptionAvailable'
  | 'isAsyncEncryptionAvailable'
  | 'encryptString'
  | 'decryptString'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'setUsePlainTextEncryption';

// Chromium's os_crypt on Linux: AES-128-CBC, blanks as start vector, a key drawn from a password.
const CIPHER = 'aes-128-cbc';
const START_VECTOR = Buffer.alloc(16, ' ');
/** Marks what was encrypted with the password that is in Chromium's source for all to read. */
const FIXED_KEY_MARK = 'v10';
const FIXED_PASSWORD = 'peanuts';
/** Marks what was encrypted with the password in the Secret Service. */
const SECRET_KEY_MARK = 'v11';

let usePlainText = false;

/** `safeStorage`: encrypts as Chromium does, with the Secret Service's password where there is one. */
export const safeStorage = standInObject<Electron.SafeStorage, Own>('SafeStorage', 'safeStorage', {
  isEncryptionAvailable: () => hostState.ready && (hasSecretKey() || usePlainText),
  /** The fallback with the fixed password counts as available. */
  isAsyncEncryptionAvailable: async () => hostState.ready,
  getSelectedStorageBackend() {
    if (!hostState.ready) return 'unknown';
    return hasSecretKey() ? 'gnome_libsecret' : 'basic_text';
  },
  setUsePlainTextEncryption(use) {
    usePlainText = use;
  },
  encryptString(plainText) {
    if (!this.isEncryptionAvailable()) {
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
      );
    }
    return encrypt(plainText);
  },
  decryptString(encrypted) {
    if (!this.isEncryptionAvailable()) {
      throw new Error(
        'Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.',
      );
    }
    return decrypt(encrypted);
  },
  async encryptStringAsync(plainText) {
    return encrypt(plainText);
  },
  async decryptStringAsync(encrypted) {
    const result = decrypt(encrypted);
    return { result, shouldReEncrypt: hasSecretKey() && markOf(encrypted) === FIXED_KEY_MARK };
  },
});

function hasSecretKey(): boolean {
  return sessionBus().secrets !== undefined;
}

function encrypt(plainText: string): Buffer {
  const mark = hasSecretKey() ? SECRET_KEY_MARK : FIXED_KEY_MARK;
  const cipher = createCipheriv(CIPHER, keyFor(mark), START_VECTOR);
  return Buffer.concat([Buffer.from(mark), cipher.update(plainText, 'utf8'), cipher.final()]);
}

function decrypt(encrypted: Buffer): string {
  const mark = markOf(encrypted);
  if (mark !== FIXED_KEY_MARK && mark !== SECRET_KEY_MARK) {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Ciphertext does not appear to be encrypted.',
    );
  }
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(mark), START_VECTOR);
    const body = Buffer.from(encrypted).subarray(mark.length);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
}

function markOf(encrypted: Uint8Array): string {
  return Buffer.from(encrypted.subarray(0, 3)).toString('latin1');
}

function keyFor(mark: string): Buffer {
  const password = mark === FIXED_KEY_MARK ? FIXED_PASSWORD : sessionBus().secrets?.safeStoragePassword;
  if (password === undefined) throw new Error('the key of this ciphertext is not there');
  return pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1');
}
