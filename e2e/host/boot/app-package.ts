import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What `app` says of itself, and where it starts. */
export interface AppPackage {
  /** The folder of the app. */
  folder: string;
  /** The main module. */
  entry: string;
  name: string;
  version: string;
}

/** Reads the app at `path`: a folder with a package.json, or a single file, which then has Electron's own name. */
export function readAppPackage(path: string, electronVersion: string): AppPackage {
  const location = resolve(path);
  if (!statSync(location).isDirectory()) {
    return { folder: dirname(location), entry: location, name: 'Electron', version: electronVersion };
  }
  const manifest = JSON.parse(readFileSync(join(location, 'package.json'), 'utf8')) as Record<string, string>;
  return {
    folder: location,
    entry: join(location, manifest['main'] ?? 'index.js'),
    name: manifest['productName'] ?? manifest['name'] ?? 'Electron',
    version: manifest['version'] ?? electronVersion,
  };
}
