CYPHER 5
CALL () {
  MATCH (n2:Change)
  WHERE n2.sequence IS NOT NULL AND n2.id IS NOT NULL AND EXISTS { MATCH (n2)-[:TOUCHED]->(n3) WHERE n3.id = $p0 }
  WITH n2 ORDER BY n2.sequence DESC, n2.id DESC LIMIT $p1
  CALL (n2) {
    MATCH (n2)-[:TOUCHED]->(n5)
    WHERE n5.id IS NOT NULL
    WITH n5 ORDER BY n5.id LIMIT $p2
    WITH n5.id AS n5s0, [[n5.id], n5.concept, n5.id, n5.name] AS n5row
    ORDER BY n5s0
    RETURN collect(n5row) AS n4
  }
  WITH n2.sequence AS n2s0, n2.id AS n2s1, [[n2.sequence, n2.id], n2.concept, n2.id, n4, null] AS n2row
  ORDER BY n2s0 DESC, n2s1 DESC
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
