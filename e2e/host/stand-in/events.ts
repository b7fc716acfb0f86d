/** An event as Electron hands it to listeners: `preventDefault`, `defaultPrevented`, and the event's own fields. */
export function cancelableEvent<Fields extends object>(fields: Fields): Electron.Event<Fields>;
export function cancelableEvent(): Electron.Event;
export function cancelableEvent(fields: object = {}): Electron.Event {
  let prevented = false;
  const event = {
    preventDefault(): void {
      prevented = true;
    },
    get defaultPrevented(): boolean {
      return prevented;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(fields));
}
