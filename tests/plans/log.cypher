CYPHER 5
CALL () {
  CALL () {
    MATCH (n6:Node {id: $p0})
    RETURN sum(COUNT { ()-[:TOUCHED]->(n6) }) AS n4
  }
  WITH CASE WHEN toFloat($p1) * toFloat(COUNT { (:Change) }) / (n4 + 1) < n4 THEN -1 ELSE 0 END AS n5
  CALL (n5) {
    UNWIND [x IN [n5] WHERE x = -1] AS n5is
    CALL (n5) {
      MATCH (n2:Change)
      WHERE n2.sequence IS NOT NULL AND n2.id IS NOT NULL AND EXISTS { MATCH (n2)-[:TOUCHED]->(n3) WHERE n3.id = $p0 }
      WITH n2 ORDER BY n2.sequence DESC, n2.id DESC LIMIT $p1
      RETURN n2
    }
    RETURN n2
    UNION ALL
    UNWIND [x IN [n5] WHERE x = 0] AS n5is
    MATCH (n7:Node {id: $p0})
    WITH DISTINCT n7
    MATCH (n2)-[:TOUCHED]->(n7)
    WITH DISTINCT n2
    WHERE n2:Change
    WITH n2 ORDER BY n2.sequence DESC, n2.id DESC LIMIT $p1
    RETURN n2
  }
  WITH n2 ORDER BY n2.sequence DESC, n2.id DESC LIMIT $p1
  CALL (n2) {
    MATCH (n2)-[:TOUCHED]->(n9)
    WHERE n9.id IS NOT NULL
    WITH n9 ORDER BY n9.id LIMIT $p2
    WITH n9.id AS n9s0, [[n9.id], n9.concept, n9.id, n9.name] AS n9row
    ORDER BY n9s0
    RETURN collect(n9row) AS n8
  }
  WITH n2.sequence AS n2s0, n2.id AS n2s1, [[n2.sequence, n2.id], n2.concept, n2.id, n8, null] AS n2row
  ORDER BY n2s0 DESC, n2s1 DESC
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
