import { words } from '../words.js';
import { examples } from './examples.js';

// Where GraphiQL keeps its tabs, and what the open one holds.
const [tabs, query, variables] = ['graphiql:tabState', 'graphiql:query', 'graphiql:variables'] as const;

/**
 * Fills the first tab of a first visit. GraphiQL reads a tab's variables when the tab is chosen, and the first
 * is open without that; what it finds kept it shows.
 */
export function openFirstExample() {
  const [first] = examples;
  if (!first || localStorage.getItem(tabs) !== null) return;
  localStorage.setItem(query, first.query);
  localStorage.setItem(variables, first.variables);
}

/** Opens the page anew with the examples alone, after asking: what was typed in the tabs goes. */
export function resetTabs() {
  if (!confirm(words.resetAsk)) return;
  // While the page leaves, since GraphiQL writes its tabs half a second late and would bring them back.
  addEventListener('pagehide', () => [tabs, query, variables].forEach((key) => localStorage.removeItem(key)));
  location.reload();
}
