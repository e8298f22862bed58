CYPHER 5
CALL () {
  MATCH (n2:Statement)
  WHERE n2.said_from IS NOT NULL AND n2.id IS NOT NULL AND (EXISTS { MATCH (n2)-[:SPOKEN_BY]->(n3) WHERE EXISTS { MATCH (n3)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n4) WHERE (n4.name IS NOT NULL AND n4.name = $p0) } } AND EXISTS { MATCH (n2)-[:ABOUT]->(n5) WHERE (n5:Meeting AND EXISTS { MATCH (n5)-[:HELD_IN]->(n6) WHERE (n6.name IS NOT NULL AND n6.name = $p1) }) })
  WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p2
  WITH n2.said_from AS n2s0, n2.id AS n2s1, [[n2.said_from, n2.id], n2.concept, n2.id] AS n2row
  ORDER BY n2s0 DESC, n2s1 DESC
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
