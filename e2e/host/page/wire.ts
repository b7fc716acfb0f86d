import type { Encoded } from './structured-clone.ts';

/** What the isolated world of a document says to the host. */
export type ToHost =
  | { kind: 'hello' }
  | { kind: 'title'; title: string }
  | { kind: 'invoke'; id: number; channel: string; args: Encoded }
  | { kind: 'send'; channel: string; args: Encoded; ports: string[] }
  | { kind: 'port-message'; port: string; data: Encoded }
  | { kind: 'window-open'; url: string; frameName: string; features: string }
  | { kind: 'navigate'; id: number; url: string }
  | { kind: 'window-close' }
  | { kind: 'permission'; id: number; permission: string }
  | { kind: 'preload-error'; message: string; stack: string };

/** What the host says to the isolated world of a document. */
export type ToPage =
  | { kind: 'reply'; id: number; value: Encoded }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'send'; channel: string; args: Encoded; ports: string[] }
  | { kind: 'port-message'; port: string; data: Encoded }
  | { kind: 'port-close'; port: string }
  | { kind: 'permission'; id: number; passes: boolean }
  | { kind: 'proceed'; id: number };

/** Messages wait for each other up to this much text, then go over the debugging protocol as one call. */
export const BATCH_CHARS = 256 * 1024;

/** What the preload finds as `process`. */
export interface PreloadProcess {
  platform: string;
  arch: string;
  versions: Record<string, string | undefined>;
  env: Record<string, string | undefined>;
  argv: string[];
  execPath: string;
  pid: number;
  resourcesPath: string;
}
