CYPHER 5
CALL () {
  CALL () {
    RETURN [] AS named
  }
  CALL () {
    WITH reduce(most = 1000, n IN [toInteger(sqrt(toFloat($p11) * COUNT { (:Searched) }))] | CASE WHEN n > most THEN n ELSE most END) AS few
    UNWIND [['statement', 'search_statement', $p1, $p2, $p0]] AS f
    CALL (f, few) {
      CALL db.index.fulltext.queryNodes(f[1], f[2], {limit: few + 1}) YIELD node
      RETURN collect(node) AS hits
    }
    CALL (f, few, hits) {
      WITH hits, few WHERE size(hits) <= few
      UNWIND hits AS n2
      WITH n2 WHERE all(t IN $p6 WHERE n2.searchText CONTAINS t) AND NOT EXISTS { MATCH (n2)-[:NAMED]->(x:Name) WHERE x.fold = $p3 OR (x.fold >= $p4 AND x.fold < $p5) } AND ($p8 < 2 OR ($p8 = 2 AND (n2.searchKey > $p9 OR (n2.searchKey = $p9 AND n2.id > $p10))))
      RETURN n2
      UNION ALL
      WITH f, CASE WHEN size(hits) > few THEN f[0] END AS family
      MATCH (n2:Searched)
      WHERE n2.searchFamily = family AND n2.searchKey >= CASE WHEN $p8 = 2 THEN $p9 ELSE '' END AND n2.id IS NOT NULL AND n2.concept IN f[4] AND all(t IN $p6 WHERE n2.searchText CONTAINS t) AND NOT EXISTS { MATCH (n2)-[:NAMED]->(x:Name) WHERE x.fold = $p3 OR (x.fold >= $p4 AND x.fold < $p5) } AND ($p8 < 2 OR ($p8 = 2 AND (n2.searchKey > $p9 OR (n2.searchKey = $p9 AND n2.id > $p10)))) AND none(t IN $p7 WHERE n2.searchText CONTAINS t)
      WITH n2 ORDER BY n2.searchFamily, n2.searchKey, n2.id LIMIT $p11
      RETURN n2
    }
    RETURN collect([n2, 2]) AS whole
  }
  WITH named + whole AS found
  UNWIND found AS one
  WITH one[0] AS n2, one[1] AS n2tier
  WITH n2, n2tier ORDER BY n2tier, n2.searchKey, n2.id LIMIT $p11
  WITH n2tier AS n2s0, n2.searchKey AS n2s1, n2.id AS n2s2, [[n2tier, n2.searchKey, n2.id], n2.concept, n2.id] AS n2row
  ORDER BY n2s0, n2s1, n2s2
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
