import { randomBytes } from 'node:crypto';
import { type MessageBus, Variant } from 'dbus-native';

/** The password that Chromium keeps in the Secret Service to encrypt what is stored. */
export interface SecretService {
  safeStoragePassword: string;
}

type Path = string;
type Secret = [session: Path, parameters: Buffer, value: Buffer, contentType: string];

interface Service {
  OpenSession(algorithm: string, input: Variant): PromiseLike<[output: unknown, session: Path]>;
  ReadAlias(name: string): PromiseLike<Path>;
  SearchItems(attributes: Record<string, string>): PromiseLike<[unlocked: Path[], locked: Path[]]>;
  Unlock(objects: Path[]): PromiseLike<[unlocked: Path[], prompt: Path]>;
  GetSecrets(items: Path[], session: Path): PromiseLike<Record<Path, Secret>>;
}
interface Collection {
  CreateItem(
    properties: Record<string, Variant>,
    secret: Secret,
    replace: boolean,
  ): PromiseLike<[item: Path, prompt: Path]>;
}

const NAME = 'org.freedesktop.secrets';
const PATH = '/org/freedesktop/secrets';
const NOTHING = '/';
const LABEL = 'Chromium Safe Storage';
const SCHEMA = 'chrome_libsecret_os_crypt_password_v2';
const PASSWORD_BYTES = 16;

/**
 * Reads the app's password from the Secret Service, or puts a new one there. Rejects when there is no service or no
 * default collection, and when the user would have to unlock it: nobody sits before this desktop.
 */
export async function openSecretService(bus: MessageBus, appName: string): Promise<SecretService> {
  const service = await bus.getService(NAME).getInterface<Service>(PATH, 'org.freedesktop.Secret.Service');
  const [, session] = await service.OpenSession('plain', new Variant('s', ''));
  const collection = await service.ReadAlias('default');
  if (collection === NOTHING) throw new Error('no default collection');
  const [, prompt] = await service.Unlock([collection]);
  if (prompt !== NOTHING) throw new Error('the default collection is locked');
  const attributes = { application: appName, 'xdg:schema': SCHEMA };
  const [[item]] = await service.SearchItems(attributes);
  if (item !== undefined) {
    const secrets = await service.GetSecrets([item], session);
    const secret = secrets[item];
    if (!secret) throw new Error('the secret cannot be read');
    return { safeStoragePassword: secret[2].toString() };
  }
  const safeStoragePassword = randomBytes(PASSWORD_BYTES).toString('base64');
  const properties = {
    'org.freedesktop.Secret.Item.Label': new Variant('s', LABEL),
    'org.freedesktop.Secret.Item.Attributes': new Variant('a{ss}', attributes),
  };
  const secret: Secret = [session, Buffer.alloc(0), Buffer.from(safeStoragePassword), 'text/plain'];
  const items = await bus
    .getService(NAME)
    .getInterface<Collection>(collection, 'org.freedesktop.Secret.Collection');
  await items.CreateItem(properties, secret, true);
  return { safeStoragePassword };
}
