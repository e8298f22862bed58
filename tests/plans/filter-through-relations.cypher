CYPHER 5
CALL () {
  CALL () {
    MATCH (:Name {fold: $p0})<-[:NAMED]-(n10)
    WHERE ((n10.name_fold IS NOT NULL AND n10.name_fold = $p0) AND (n10.name IS NOT NULL AND n10.name = $p1))
    WITH n10, COUNT { ()-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n10) } AS n10of
    MATCH (n11)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n10)
    WITH n11, n10of LIMIT 2000
    RETURN toInteger(sum(COUNT { ()-[:SPOKEN_BY]->(n11) }) * CASE WHEN max(n10of) > 2000 THEN max(n10of) / 2000.0 ELSE 1 END) AS n7
  }
  CALL () {
    MATCH (:Name {fold: $p2})<-[:NAMED]-(n12)
    WHERE ((n12.name_fold IS NOT NULL AND n12.name_fold = $p2) AND (n12.name IS NOT NULL AND n12.name = $p3))
    WITH n12, COUNT { ()-[:HELD_IN]->(n12) } AS n12of
    MATCH (n13)-[:HELD_IN]->(n12)
    WITH n13, n12of LIMIT 2000
    WHERE n13:Meeting
    RETURN toInteger(sum(COUNT { ()-[:ABOUT]->(n13) }) * CASE WHEN max(n12of) > 2000 THEN max(n12of) / 2000.0 ELSE 1 END) AS n8
  }
  WITH CASE WHEN toFloat($p4) * toFloat(COUNT { (:Statement) }) / (n7 + 1) * toFloat(COUNT { (:Statement) }) / (n8 + 1) < n7 AND toFloat($p4) * toFloat(COUNT { (:Statement) }) / (n7 + 1) * toFloat(COUNT { (:Statement) }) / (n8 + 1) < n8 THEN -1 ELSE CASE WHEN n7 <= n8 THEN 0 ELSE 1 END END AS n9
  CALL (n9) {
    UNWIND [x IN [n9] WHERE x = -1] AS n9is
    CALL (n9) {
      MATCH (n2:Statement)
      WHERE n2.said_from IS NOT NULL AND n2.id IS NOT NULL AND (EXISTS { MATCH (n2)-[:SPOKEN_BY]->(n3) WHERE EXISTS { MATCH (n3)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n4) WHERE ((n4.name_fold IS NOT NULL AND n4.name_fold = $p0) AND (n4.name IS NOT NULL AND n4.name = $p1)) } } AND EXISTS { MATCH (n2)-[:ABOUT]->(n5) WHERE (n5:Meeting AND EXISTS { MATCH (n5)-[:HELD_IN]->(n6) WHERE ((n6.name_fold IS NOT NULL AND n6.name_fold = $p2) AND (n6.name IS NOT NULL AND n6.name = $p3)) }) })
      WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p4
      RETURN n2
    }
    RETURN n2
    UNION ALL
    UNWIND [x IN [n9] WHERE x = 0] AS n9is
    MATCH (:Name {fold: $p0})<-[:NAMED]-(n14)
    WHERE ((n14.name_fold IS NOT NULL AND n14.name_fold = $p0) AND (n14.name IS NOT NULL AND n14.name = $p1))
    WITH DISTINCT n14
    MATCH (n15)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n14)
    WITH DISTINCT n15
    MATCH (n2)-[:SPOKEN_BY]->(n15)
    WITH DISTINCT n2
    WHERE n2:Statement AND EXISTS { MATCH (n2)-[:ABOUT]->(n16) WHERE (n16:Meeting AND EXISTS { MATCH (n16)-[:HELD_IN]->(n17) WHERE ((n17.name_fold IS NOT NULL AND n17.name_fold = $p2) AND (n17.name IS NOT NULL AND n17.name = $p3)) }) }
    WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p4
    RETURN n2
    UNION ALL
    UNWIND [x IN [n9] WHERE x = 1] AS n9is
    MATCH (:Name {fold: $p2})<-[:NAMED]-(n18)
    WHERE ((n18.name_fold IS NOT NULL AND n18.name_fold = $p2) AND (n18.name IS NOT NULL AND n18.name = $p3))
    WITH DISTINCT n18
    MATCH (n19)-[:HELD_IN]->(n18)
    WHERE n19:Meeting
    WITH DISTINCT n19
    MATCH (n2)-[:ABOUT]->(n19)
    WITH DISTINCT n2
    WHERE n2:Statement AND EXISTS { MATCH (n2)-[:SPOKEN_BY]->(n20) WHERE EXISTS { MATCH (n20)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n21) WHERE ((n21.name_fold IS NOT NULL AND n21.name_fold = $p0) AND (n21.name IS NOT NULL AND n21.name = $p1)) } }
    WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p4
    RETURN n2
  }
  WITH n2 ORDER BY n2.said_from DESC, n2.id DESC LIMIT $p4
  WITH n2.said_from AS n2s0, n2.id AS n2s1, [[n2.said_from, n2.id], n2.concept, n2.id] AS n2row
  ORDER BY n2s0 DESC, n2s1 DESC
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
