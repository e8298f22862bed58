const tabs = 'graphiql:tabState';

/** Whether GraphiQL kept tabs of an earlier visit, which it opens instead of the examples. */
export const hasKeptTabs = () => localStorage.getItem(tabs) !== null;

/** Opens the page anew with the examples alone, after asking: what was typed in the tabs goes. */
export function resetTabs() {
  if (!confirm('Close all tabs and open the examples again? What you typed in them is lost.')) return;
  // While the page leaves, since GraphiQL writes its tabs half a second late and would bring them back.
  addEventListener('pagehide', () => {
    for (const key of [tabs, 'graphiql:query', 'graphiql:variables']) localStorage.removeItem(key);
  });
  location.reload();
}
