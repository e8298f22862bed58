CYPHER 5
MATCH (n1:Node {id: $p0})
WHERE n1:Country
CALL (n1) {
  MATCH (n1)<-[:HELD_IN]-(n2)
  OPTIONAL MATCH (n2)-[:PARTY_OF]->(n5)
  WITH n5, count(n2) AS c
  WITH n5.id AS s1, c ORDER BY c DESC, s1 LIMIT $p1
  RETURN collect([1, s1, c, [coalesce(s1, '')]]) AS n3
}
CALL (n1, n3) {
  MATCH (n1)<-[:HELD_IN]-(n2)
  OPTIONAL MATCH (n2)-[:PARTY_OF]->(n5)
  MATCH (n2)-[:PARTY_OF]->(n6) WHERE n6 <> n5
  WITH n3, n5, n6, count(n2) AS c
  WITH n5.id AS s1, n6.id AS s2, c, n3
  WITH *, head([i IN range(0, size(n3) - 1) WHERE n3[i][3] = [coalesce(s1, '')] | i + 1]) AS p
  WHERE p IS NOT NULL
  WITH * ORDER BY p, c DESC, s2
  WITH p, collect([p, s2, c, [coalesce(s1, ''), coalesce(s2, '')]])[0..$p1] AS some ORDER BY p
  UNWIND some AS one
  RETURN collect(one) AS n4
}
CALL (n3) {
  UNWIND range(0, size(n3) - 1) AS n8i
  WITH n8i, n3[n8i] AS n8g
  OPTIONAL MATCH (n8:Node {id: n8g[1]})
  WITH n8i, [n8g[0], n8g[1], n8g[2], n8.name] AS n8row ORDER BY n8i
  RETURN collect(n8row) AS n7
}
CALL (n4) {
  UNWIND range(0, size(n4) - 1) AS n10i
  WITH n10i, n4[n10i] AS n10g
  OPTIONAL MATCH (n10:Node {id: n10g[1]})
  WITH n10i, [n10g[0], n10g[1], n10g[2], n10.name] AS n10row ORDER BY n10i
  RETURN collect(n10row) AS n9
}
RETURN [n1.concept, null, null, [n7, n9]] AS answer
UNION ALL
MATCH (s:Shelf {id: $p0}) WHERE s.concept IN ['Country'] RETURN s.row AS answer
