import type { ControlMessage } from '../../ports/feed.ts';
import { isObject, textOf, type WireObject } from '../wire-values.ts';
import type { Decoded } from './socket/provider-socket.ts';

/**
 * Takes a frame apart: a JSON object or an array of them. What every socket of the provider says (acknowledgement,
 * ping, error) is decoded here, the rest goes to `decodeData`. Nothing is thrown.
 */
export function decodeFrame<Data extends { readonly kind: string }>(
  text: string,
  out: Decoded<Data>,
  decodeData: (frame: WireObject, out: Decoded<Data>) => void,
): void {
  const frame = parsed(text, () => out.refused('number-is-nan'));
  if (frame === undefined) return out.refused('not-json');
  for (const each of Array.isArray(frame) ? frame : [frame]) {
    if (!isObject(each)) out.refused('not-an-object');
    else {
      const control = controlOf(each);
      if (control === null) decodeData(each, out);
      else out.message(control);
    }
  }
}

/** The JSON value; `undefined` for what is none. A Python server may write `NaN` where it means nothing. */
function parsed(text: string, hasNan: () => void): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const value = /\b(?:NaN|Infinity)\b/.test(text) ? withoutNan(text) : undefined;
    if (value !== undefined) hasNan();
    return value;
  }
}

function withoutNan(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
        token[0] === '"' ? token : 'null',
      ),
    );
  } catch {
    return undefined;
  }
}

function controlOf(frame: WireObject): ControlMessage | null {
  switch (frame['action']) {
    case 'ping':
      return { kind: 'ping' };
    case 'socket_connected':
    case 'connection_ack':
      return { kind: 'acknowledged', plan: textOf(frame['plan']) };
    case 'subscription_updated':
      return { kind: 'subscribed' };
    case 'error':
      return errorOf(frame, textOf(frame['message']) ?? textOf(frame['error']) ?? 'no reason given');
    case undefined:
      return typeof frame['error'] === 'string' ? errorOf(frame, frame['error']) : null;
    default:
      return null;
  }
}

function errorOf(frame: WireObject, text: string): ControlMessage {
  const game = textOf(frame['event']) ?? textOf(frame['game']);
  return game === null ? { kind: 'error', text } : { kind: 'error', text, game };
}
