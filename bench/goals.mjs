/** What the project asks of itself, by question, at the largest size: what was reached, and with a mark where it was not. */
const HUBS = /^(person|country|meeting|topic)-hub$/;
const FILTERS = /^talks-/;

const MARK = ' ✗';
const times = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)} x`;

/** Columns: the statement by the hand-written one, by @neo4j/graphql, what GraphQL and HTTP add, the share at 50 clients. */
export function goals(results, engine) {
  const statements = Math.max(...results.map((r) => r.statements));
  const of = (question, contestant, clients = 1) =>
    results.find(
      (r) =>
        r.question === question &&
        r.contestant === contestant &&
        r.clients === clients &&
        r.statements === statements,
    );
  const names = [...new Set(results.map((r) => r.question))];
  const rows = names.map((name) => {
    const driver = of(name, 'rapporteur-driver');
    const hand = of(name, 'handwritten');
    const http = of(name, 'rapporteur-http');
    const theirs = of(name, '@neo4j/graphql');
    const share = of(name, 'rapporteur-http', 50)?.perSecond / of(name, 'rapporteur-driver', 50)?.perSecond;
    const limit = FILTERS.test(name) ? 1.5 : 1.2;
    const slow = driver.p50 > Math.max(hand.p50 * limit, hand.p50 + 0.2);
    const tail = driver.p95 > Math.max(hand.p95 * 1.3, hand.p95 + 0.5);
    const wanted = HUBS.test(name) ? 10 : FILTERS.test(name) || name === 'latest-first-total' ? 100 : 2.5;
    const faster = theirs?.p50 ? theirs.p50 / http.p50 : undefined;
    const added = http.p50 - driver.p50;
    return [
      name,
      `${times(driver.p50 / hand.p50)}${slow ? MARK : ''}`,
      `${times(driver.p95 / hand.p95)}${tail ? MARK : ''}`,
      ...(engine === 'neo4j'
        ? [faster ? `${times(faster)}${faster < wanted ? MARK : ''}` : (theirs?.error ?? '').slice(0, 40)]
        : []),
      `${added.toFixed(2)} ms${added > (name === 'latest-meetings' ? 0.6 : 0.3) ? MARK : ''}`,
      Number.isFinite(share) ? `${(share * 100).toFixed(0)} %${share < 0.6 ? MARK : ''}` : '',
    ];
  });
  const head = [
    'question',
    'p50 to hand (1.2 x or 0.2 ms; filters 1.5 x)',
    'p95 to hand (1.3 x or 0.5 ms)',
    ...(engine === 'neo4j' ? ['faster than @neo4j/graphql (2.5 x; hubs 10 x; filters, total 100 x)'] : []),
    'added over HTTP (0.3 ms; 0.6 ms)',
    'share at 50 clients (60 %)',
  ];
  return [head, ...rows];
}

/** How a hub's page compares with a median entity's, at the largest size: at most 2 x. */
export function hubs(results) {
  const statements = Math.max(...results.map((r) => r.statements));
  const p50 = (question, contestant) =>
    results.find(
      (r) =>
        r.question === question &&
        r.contestant === contestant &&
        r.clients === 1 &&
        r.statements === statements,
    )?.p50;
  return ['person', 'country', 'meeting', 'topic'].flatMap((kind) => {
    const hub = p50(`${kind}-hub`, 'rapporteur-driver');
    const median = p50(`${kind}-median`, 'rapporteur-driver');
    if (!hub || !median) return [];
    const ratio = hub / median;
    return `${kind} ${times(ratio)}${ratio > 2 ? MARK : ''}`;
  });
}
