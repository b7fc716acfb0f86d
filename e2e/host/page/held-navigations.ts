/** Navigations that wait for the host's word. */
export interface HeldNavigations {
  proceed(id: number): void;
}

/**
 * Holds every navigation that the page starts until the host lets it proceed: once its request is on the way, nobody can
 * tell any more who started it. A form is not held: it announces itself beforehand. Navigation inside the document and through the history goes on, as does what a test
 * runner or the app itself loads. Runs in the isolated world: it names nothing outside itself.
 */
export function holdNavigations(ask: (wanted: { id: number; url: string }) => void): HeldNavigations {
  const held = new Map<number, () => void>();
  let lastId = 0;
  let proceeding = false;

  navigation.addEventListener('navigate', (event) => {
    const { destination, navigationType } = event;
    const mayGo =
      proceeding || !event.cancelable || destination.sameDocument || navigationType === 'traverse';
    const { sourceElement } = event as NavigateEvent & { sourceElement?: Element | null };
    const byForm = sourceElement?.matches('form, button, input') || event.formData !== null;
    if (mayGo || byForm || event.downloadRequest !== null) return;
    event.preventDefault();
    const id = ++lastId;
    held.set(id, () => {
      if (navigationType === 'reload') location.reload();
      else if (navigationType === 'replace') location.replace(destination.url);
      else location.assign(destination.url);
    });
    ask({ id, url: destination.url });
  });

  return {
    proceed(id) {
      const go = held.get(id);
      held.delete(id);
      proceeding = true;
      go?.();
      proceeding = false;
    },
  };
}
