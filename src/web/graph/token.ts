const KEY = 'rapporteur:token';

/** The token that decisions are made with: kept for this tab alone, and gone with it. */
export const token = {
  get: () => sessionStorage.getItem(KEY) ?? '',
  set(text: string) {
    if (text) sessionStorage.setItem(KEY, text);
    else sessionStorage.removeItem(KEY);
  },
};
