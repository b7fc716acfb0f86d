import type { Agent, ClientRequest } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** Error code of everything that failed before the provider was reached. */
export const PROXY_FAULT = 'EPROXY';

/** What opens the provider's sockets and GETs: a proxy's tunnel, or `undefined` for the plain way. */
export type Tunnel = Agent | undefined;

/** The way through a proxy (`http://host:port`); `undefined` for empty text. Throws a TypeError for what is no URL. */
export function tunnelThrough(proxy: string): Tunnel {
  return proxy === '' ? undefined : new ProxyTunnel(new URL(proxy));
}

/** A tunnel that tells the proxy's faults from the provider's: its 403 says nothing of the key. */
class ProxyTunnel extends HttpsProxyAgent<string> {
  override async connect(request: ClientRequest, options: Parameters<HttpsProxyAgent<string>['connect']>[1]) {
    let status = 200;
    request.once('proxyConnect', (answer: { statusCode: number }) => {
      status = answer.statusCode;
    });
    const socket = await super.connect(request, options).catch((error: NodeJS.ErrnoException) => {
      throw fault(`The proxy ${this.proxy.host} does not answer (${error.code ?? error.message}).`);
    });
    if (status === 200) return socket;
    socket.destroy();
    throw fault(`The proxy ${this.proxy.host} does not let the connection through (HTTP ${status}).`);
  }
}

function fault(words: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${words} Check the proxy in the settings.`), { code: PROXY_FAULT });
}
