/** A signal that the first Ctrl-C gives, so that what runs can end well. The second ends the process as ever. */
export function interrupted(): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
  };
  process.once('SIGINT', abort);
  return { signal: controller.signal, done: () => process.off('SIGINT', abort) };
}
