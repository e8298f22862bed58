CYPHER 5
CALL () {
  CALL () {
    MATCH (n11:Node {id: $p1})
    RETURN sum(COUNT { ()-[:ON_BEHALF_OF]->(n11) }) AS n8
  }
  CALL () {
    MATCH (n12:Node {id: $p2})
    WITH n12, COUNT { ()-[:HELD_IN]->(n12) } AS n12of
    MATCH (n13)-[:HELD_IN]->(n12)
    WITH n13, n12of LIMIT 2000
    WHERE n13:Meeting
    RETURN toInteger(sum(COUNT { ()-[:ABOUT]->(n13) }) * CASE WHEN max(n12of) > 2000 THEN max(n12of) / 2000.0 ELSE 1 END) AS n9
  }
  WITH CASE WHEN toFloat($p5) * toFloat(COUNT { (:Statement) }) / (n9 + 1) < n8 AND toFloat($p5) * toFloat(COUNT { (:Statement) }) / (n9 + 1) < n9 THEN -1 ELSE CASE WHEN n8 <= n9 THEN 0 ELSE 1 END END AS n10
  CALL (n10) {
    UNWIND [x IN [n10] WHERE x = -1] AS n10is
    CALL (n10) {
      MATCH (n2)-[n2r:ON_BEHALF_OF {p: $p1}]->()
      USING INDEX SEEK n2r:ON_BEHALF_OF(p, d, s)
      WHERE n2r.d IS NOT NULL AND n2r.s IS NOT NULL AND ((n2.act IS NOT NULL AND n2.act = $p0) AND EXISTS { MATCH (n2)-[:ABOUT]->(n3) WHERE (n3:Meeting AND EXISTS { MATCH (n3)-[:HELD_IN]->(n4) WHERE n4.id = $p2 }) }) AND n2r.d <= $p3 AND ((n2r.d < $p3) OR (n2r.d = $p3 AND n2r.s < $p4))
      WITH n2, n2r ORDER BY n2r.p DESC, n2r.d DESC, n2r.s DESC LIMIT $p5
      RETURN n2
    }
    RETURN n2
    UNION ALL
    UNWIND [x IN [n10] WHERE x = 0] AS n10is
    MATCH (n14:Node {id: $p1})
    WITH DISTINCT n14
    MATCH (n2)-[:ON_BEHALF_OF]->(n14)
    WITH DISTINCT n2
    WHERE n2:Statement AND n2.said_from <= $p3 AND ((n2.said_from < $p3) OR (n2.said_from = $p3 AND n2.id < $p4)) AND ((n2.act IS NOT NULL AND n2.act = $p0) AND EXISTS { MATCH (n2)-[:ABOUT]->(n15) WHERE (n15:Meeting AND EXISTS { MATCH (n15)-[:HELD_IN]->(n16) WHERE n16.id = $p2 }) })
    WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p5
    RETURN n2
    UNION ALL
    UNWIND [x IN [n10] WHERE x = 1] AS n10is
    MATCH (n17:Node {id: $p2})
    WITH DISTINCT n17
    MATCH (n18)-[:HELD_IN]->(n17)
    WHERE n18:Meeting
    WITH DISTINCT n18
    MATCH (n2)-[:ABOUT]->(n18)
    WITH DISTINCT n2
    WHERE n2:Statement AND n2.said_from <= $p3 AND ((n2.said_from < $p3) OR (n2.said_from = $p3 AND n2.id < $p4)) AND ((n2.act IS NOT NULL AND n2.act = $p0) AND EXISTS { MATCH (n2)-[:ON_BEHALF_OF]->(n19) WHERE n19.id = $p1 })
    WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p5
    RETURN n2
  }
  WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p5
  WITH n2.said_from AS n2s0, n2.id AS n2s1, [[n2.said_from, n2.id], n2.concept, n2.text] AS n2row
  ORDER BY n2s0 DESC, n2s1 DESC
  RETURN collect(n2row) AS n1
}
CALL () {
  CALL () {   MATCH (n25:Node {id: $p1})   RETURN sum(COUNT { ()-[:ON_BEHALF_OF]->(n25) }) AS n22 } CALL () {   MATCH (n26:Node {id: $p2})   WITH n26, COUNT { ()-[:HELD_IN]->(n26) } AS n26of   MATCH (n27)-[:HELD_IN]->(n26)   WITH n27, n26of LIMIT 2000   WHERE n27:Meeting   RETURN toInteger(sum(COUNT { ()-[:ABOUT]->(n27) }) * CASE WHEN max(n26of) > 2000 THEN max(n26of) / 2000.0 ELSE 1 END) AS n23 } WITH CASE WHEN n22 <= n23 THEN 0 ELSE 1 END AS n24 CALL (n24) {   UNWIND [x IN [n24] WHERE x = 0] AS n24is   MATCH (n28:Node {id: $p1})   WITH DISTINCT n28   MATCH (n21)-[:ON_BEHALF_OF]->(n28)   WITH DISTINCT n21   WHERE n21:Statement AND ((n21.act IS NOT NULL AND n21.act = $p0) AND EXISTS { MATCH (n21)-[:ABOUT]->(n29) WHERE (n29:Meeting AND EXISTS { MATCH (n29)-[:HELD_IN]->(n30) WHERE n30.id = $p2 }) })   RETURN n21   UNION ALL   UNWIND [x IN [n24] WHERE x = 1] AS n24is   MATCH (n31:Node {id: $p2})   WITH DISTINCT n31   MATCH (n32)-[:HELD_IN]->(n31)   WHERE n32:Meeting   WITH DISTINCT n32   MATCH (n21)-[:ABOUT]->(n32)   WITH DISTINCT n21   WHERE n21:Statement AND ((n21.act IS NOT NULL AND n21.act = $p0) AND EXISTS { MATCH (n21)-[:ON_BEHALF_OF]->(n33) WHERE n33.id = $p1 })   RETURN n21 } RETURN count(n21) AS n20
}
RETURN [n1, n20] AS answer
