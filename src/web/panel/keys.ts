/** Whether a key is a command: nothing is typed into a field, and it is held with no other. */
export const isCommand = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(target instanceof HTMLElement && target.matches('input, textarea, select')) &&
  !ctrlKey &&
  !metaKey &&
  !altKey;
