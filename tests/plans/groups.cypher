CYPHER 5
CALL () {
  MATCH (n1:Statement)
  WHERE (n1.said_from >= $p0 AND n1.said_to <= $p1)
  WITH CASE WHEN n1.said_from <> '' AND left(n1.said_from, 7) = left(n1.said_to, 7) THEN left(n1.said_from, 7) END AS n4, count(n1) AS c
  WITH n4 AS s1, c ORDER BY s1 LIMIT $p2
  RETURN collect([1, s1, c, [coalesce(s1, '')]]) AS n2
}
CALL (n2) {
  MATCH (n1:Statement)
  WHERE (n1.said_from >= $p0 AND n1.said_to <= $p1)
  OPTIONAL MATCH (n1)-[:ON_BEHALF_OF]->(n5)
  WITH n2, CASE WHEN n1.said_from <> '' AND left(n1.said_from, 7) = left(n1.said_to, 7) THEN left(n1.said_from, 7) END AS n4, n5, count(n1) AS c
  WITH n4 AS s1, n5.id AS s2, c, n2
  WITH *, head([i IN range(0, size(n2) - 1) WHERE n2[i][3] = [coalesce(s1, '')] | i + 1]) AS p
  WHERE p IS NOT NULL
  WITH * ORDER BY p, c DESC, s2
  WITH p, collect([p, s2, c, [coalesce(s1, ''), coalesce(s2, '')]])[0..$p2] AS some ORDER BY p
  UNWIND some AS one
  RETURN collect(one) AS n3
}
CALL (n3) {
  UNWIND range(0, size(n3) - 1) AS n7i
  WITH n7i, n3[n7i] AS n7g
  OPTIONAL MATCH (n7:Node {id: n7g[1]})
  WITH n7i, [n7g[0], n7g[1], n7g[2], n7.name, n7.concept, n7.id] AS n7row ORDER BY n7i
  RETURN collect(n7row) AS n6
}
CALL () {
  MATCH (n8:Statement)
  WHERE (n8.said_from >= $p0 AND n8.said_to <= $p1)
  OPTIONAL MATCH (n8)-[:TOLD_IN]->(n10h0)
  OPTIONAL MATCH (n10h0)-[:PUBLISHED_BY]->(n10)
  WITH n10, count(DISTINCT n8) AS c
  WITH n10.id AS s1, c ORDER BY c DESC, s1 LIMIT $p3
  RETURN collect([1, s1, c, [coalesce(s1, '')]]) AS n9
}
CALL (n9) {
  UNWIND range(0, size(n9) - 1) AS n12i
  WITH n12i, n9[n12i] AS n12g
  OPTIONAL MATCH (n12:Node {id: n12g[1]})
  WITH n12i, [n12g[0], n12g[1], n12g[2], n12.name] AS n12row ORDER BY n12i
  RETURN collect(n12row) AS n11
}
RETURN [null, null, [[g IN n2 | [g[0], g[1], g[2], null]], n6], [n11]] AS answer
