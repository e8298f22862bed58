CYPHER 5
CALL () {
  MATCH (n2:Place)
  WHERE n2.id IS NOT NULL AND (EXISTS { MATCH (n2)-[:WITHIN*1..]->(n5) WHERE ((n5.name_fold IS NOT NULL AND n5.name_fold = $p0) AND (n5.name IS NOT NULL AND n5.name = $p1)) } AND EXISTS { MATCH (n2)-[:NAMED]->(n6:Name) WHERE (n6.fold IS NOT NULL AND n6.fold STARTS WITH $p2) })
  WITH n2, coalesce(head(COLLECT { MATCH (n2)-[:PLACE_IN]->(n3) RETURN n3.name_fold }), '') AS n2k0, COUNT { MATCH (n2)<-[:HELD_AT]-() } AS n2k1
  WITH n2, n2k0, n2k1 ORDER BY n2k0 DESC, n2k1, n2.id LIMIT $p3
  WITH n2k0 AS n2s0, n2k1 AS n2s1, n2.id AS n2s2, [[n2k0, n2k1, n2.id], n2.concept, n2.name] AS n2row
  ORDER BY n2s0 DESC, n2s1, n2s2
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
