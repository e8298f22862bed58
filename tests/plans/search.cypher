CYPHER 5
CALL () {
  CALL () {
    CALL () {
      MATCH (x:Name {fold: $p12}) RETURN x
      UNION
      MATCH (x:Name) WHERE x.fold >= $p13 AND x.fold < $p14 RETURN x
    }
    MATCH (x)<-[:NAMED]-(n2:Entity)
    WHERE n2.concept IN $p0 AND none(t IN $p16 WHERE n2.searchText CONTAINS t)
    WITH n2, min(CASE WHEN x.fold = $p12 THEN 0 ELSE 1 END) AS tier
    WITH n2, tier ORDER BY tier, n2.searchKey, n2.id LIMIT $p17
    RETURN collect([n2, tier]) AS named
  }
  CALL () {
    WITH reduce(most = 1000, n IN [toInteger(sqrt(toFloat($p17) * COUNT { (:Searched) }))] | CASE WHEN n > most THEN n ELSE most END) AS few
    UNWIND [['entity', 'search_entity', $p1, $p2, $p0], ['statement', 'search_statement', $p4, $p5, $p3], ['claim', 'search_claim', $p7, $p8, $p6], ['article', 'search_article', $p10, $p11, $p9]] AS f
    CALL (f, few) {
      CALL db.index.fulltext.queryNodes(f[1], f[2], {limit: few + 1}) YIELD node
      RETURN collect(node) AS hits
    }
    CALL (f, few, hits) {
      WITH hits, few WHERE size(hits) <= few
      UNWIND hits AS n2
      WITH n2 WHERE all(t IN $p15 WHERE n2.searchText CONTAINS t) AND NOT EXISTS { MATCH (n2)-[:NAMED]->(x:Name) WHERE x.fold = $p12 OR (x.fold >= $p13 AND x.fold < $p14) }
      RETURN n2
      UNION ALL
      WITH f, CASE WHEN size(hits) > few THEN f[0] END AS family
      MATCH (n2:Searched)
      WHERE n2.searchFamily = family AND n2.searchKey >= '' AND n2.id IS NOT NULL AND n2.concept IN f[4] AND all(t IN $p15 WHERE n2.searchText CONTAINS t) AND NOT EXISTS { MATCH (n2)-[:NAMED]->(x:Name) WHERE x.fold = $p12 OR (x.fold >= $p13 AND x.fold < $p14) } AND none(t IN $p16 WHERE n2.searchText CONTAINS t)
      WITH n2 ORDER BY n2.searchFamily, n2.searchKey, n2.id LIMIT $p17
      RETURN n2
    }
    RETURN collect([n2, 2]) AS whole
  }
  WITH named + whole AS found
  CALL (found) {
    WITH found WHERE size(found) < $p17
    WITH reduce(most = 1000, n IN [toInteger(sqrt(toFloat($p17) * COUNT { (:Searched) }))] | CASE WHEN n > most THEN n ELSE most END) AS few
    UNWIND [['entity', 'search_entity', $p1, $p2, $p0], ['statement', 'search_statement', $p4, $p5, $p3], ['claim', 'search_claim', $p7, $p8, $p6], ['article', 'search_article', $p10, $p11, $p9]] AS f
    CALL (f, few) {
      CALL db.index.fulltext.queryNodes(f[1], f[3], {limit: few + 1}) YIELD node
      RETURN collect(node) AS hits
    }
    CALL (f, few, hits) {
      WITH hits, few WHERE size(hits) <= few
      UNWIND hits AS n2
      WITH n2 WHERE any(t IN $p15 WHERE n2.searchText CONTAINS t) AND NOT all(t IN $p15 WHERE n2.searchText CONTAINS t) AND NOT EXISTS { MATCH (n2)-[:NAMED]->(x:Name) WHERE x.fold = $p12 OR (x.fold >= $p13 AND x.fold < $p14) }
      RETURN n2
      UNION ALL
      WITH f, CASE WHEN size(hits) > few THEN f[0] END AS family
      MATCH (n2:Searched)
      WHERE n2.searchFamily = family AND n2.searchKey >= '' AND n2.id IS NOT NULL AND n2.concept IN f[4] AND any(t IN $p15 WHERE n2.searchText CONTAINS t) AND NOT all(t IN $p15 WHERE n2.searchText CONTAINS t) AND NOT EXISTS { MATCH (n2)-[:NAMED]->(x:Name) WHERE x.fold = $p12 OR (x.fold >= $p13 AND x.fold < $p14) } AND none(t IN $p16 WHERE n2.searchText CONTAINS t)
      WITH n2 ORDER BY n2.searchFamily, n2.searchKey, n2.id LIMIT $p17
      RETURN n2
    }
    RETURN collect([n2, 3]) AS parts
  }
  WITH found + parts AS found
  UNWIND found AS one
  WITH one[0] AS n2, one[1] AS n2tier
  WITH n2, n2tier ORDER BY n2tier, n2.searchKey, n2.id LIMIT $p17
  OPTIONAL MATCH (n2)-[:SPOKEN_BY]->(n3)
  WITH n2tier AS n2s0, n2.searchKey AS n2s1, n2.id AS n2s2, [[n2tier, n2.searchKey, n2.id], CASE WHEN n2:Entity THEN COLLECT { MATCH (n2)-[r:NAMED]->(x:Name) RETURN x.text ORDER BY r.position } WHEN n2:Statement THEN [n2.text] WHEN n2:Claim THEN [n2.text] WHEN n2:Article THEN [n2.title, n2.body] END, n2.concept, n2.id, n2.name, n3.concept, n3.name] AS n2row
  ORDER BY n2s0, n2s1, n2s2
  RETURN collect(n2row) AS n1
}
CALL () {
  CALL () {
    CALL db.index.fulltext.queryNodes('search_entity', $p2) YIELD node AS m
    WITH m WHERE any(t IN $p15 WHERE m.searchText CONTAINS t)
    RETURN count(m) AS c
    UNION ALL
    CALL db.index.fulltext.queryNodes('search_statement', $p5) YIELD node AS m
    WITH m WHERE any(t IN $p15 WHERE m.searchText CONTAINS t)
    RETURN count(m) AS c
    UNION ALL
    CALL db.index.fulltext.queryNodes('search_claim', $p8) YIELD node AS m
    WITH m WHERE any(t IN $p15 WHERE m.searchText CONTAINS t)
    RETURN count(m) AS c
    UNION ALL
    CALL db.index.fulltext.queryNodes('search_article', $p11) YIELD node AS m
    WITH m WHERE any(t IN $p15 WHERE m.searchText CONTAINS t)
    RETURN count(m) AS c
  }
  RETURN sum(c) AS n4
}
RETURN [n1, n4] AS answer
