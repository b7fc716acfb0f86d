import { safeStorage } from 'electron';
import type { Vault } from './key-store.ts';

/** Chromium's mark of a text that it sealed with a key that everybody knows, for want of a keychain. */
const HARD_CODED = Buffer.from('v10');

/** The system's keychain through safeStorage's asynchronous calls. */
export function createSystemVault(): Vault {
  return {
    async backend() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
      if (process.platform === 'darwin') return 'keychain';
      if (process.platform === 'win32') return 'dpapi';
      const backend = safeStorage.getSelectedStorageBackend();
      return backend === 'basic_text' || backend === 'unknown' ? null : backend;
    },
    async encrypt(plain) {
      const sealed = await safeStorage.encryptStringAsync(plain);
      if (process.platform === 'linux' && sealed.subarray(0, 3).equals(HARD_CODED)) {
        throw new Error('the text was sealed with a hard-coded key');
      }
      return sealed;
    },
    async decrypt(sealed) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      return { plain: result, isOld: shouldReEncrypt };
    },
  };
}
