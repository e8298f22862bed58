CYPHER 5
CALL () {
  UNWIND $p2 AS phrase
  MATCH (:Name {fold: phrase})<-[:NAMED]-(o:Country|Organization|Meeting)
  WITH DISTINCT phrase, o ORDER BY phrase, o.id LIMIT $p7
  RETURN collect([phrase, o.id, o.name]) AS named
}
CALL () {
  UNWIND $p4 AS phrase
  MATCH (:Name {fold: phrase})<-[:NAMED]-(o:Country|Organization|Meeting)
  WITH DISTINCT phrase, o ORDER BY phrase, o.id LIMIT $p7
  RETURN collect([phrase, o.id, o.name]) AS context
}
CALL (named) {
  CALL (named) {
    UNWIND $p0 AS fold MATCH (:Name {fold: fold})<-[:NAMED]-(e:Entity) WHERE split(e.id, ':')[0] IN $p5
    WITH DISTINCT e.id AS id ORDER BY id LIMIT $p7
    RETURN id, 1000 AS fits, 0 AS size
    UNION ALL
    UNWIND $p1 AS key
    CALL (key) {
      MATCH ()-[s:SOUNDS {key: key}]->() WHERE s.size IS NOT NULL AND s.s IS NOT NULL AND split(s.s, ':')[0] IN $p5
      WITH s ORDER BY s.key, s.size, s.s LIMIT $p7
      RETURN s.s AS id, s.size AS size
    }
    RETURN id, 1 AS fits, size
    UNION ALL
    UNWIND $p2 AS phrase
    MATCH (:Name {fold: phrase})<-[:NAMED]-(o:Country|Organization|Meeting)
    WITH DISTINCT phrase, o ORDER BY phrase, o.id LIMIT $p7
    CALL (o, named) {
      MATCH (r)-[b:OFFICE_OF {p: o.id}]->() WHERE b.d <= $p6 AND b.s IS NOT NULL
      WITH r, b, named ORDER BY b.p DESC, b.d DESC, b.s DESC LIMIT $p8
      WITH r, named, size([w IN $p3 WHERE r.title_words CONTAINS ' ' + w + ' ']) AS said WHERE said > 0
      OPTIONAL MATCH (r)-[:ACCREDITED_TO]->(t)
      WITH r, said + CASE WHEN t.id IN [x IN named | x[1]] THEN 2 ELSE 0 END AS fits
      WITH r ORDER BY fits DESC, r.began_from DESC, r.id DESC LIMIT $p9
      RETURN r
    }
    WITH r WHERE (r.ending <> 'NOT_TAKEN_UP' AND ((any(d IN r.attested_spans WHERE left(d, 10) <= $p6 AND substring(d, 11) >= $p6) OR (r.began_from <> '' AND r.began_to <= $p6 AND (r.ended_from > $p6 OR r.ending = 'ONGOING'))) OR (CASE WHEN r.began_from <> '' THEN r.began_from ELSE CASE WHEN r.arrived_from > r.appointed_from THEN r.arrived_from ELSE r.appointed_from END END <= $p6 AND (r.ended_to >= $p6 OR (r.ended_to = '' AND (r.ending = 'ONGOING' OR NOT EXISTS { MATCH (n2:Role {office: r.office}) WHERE n2.ending <> 'NOT_TAKEN_UP' AND n2.began_from > CASE WHEN r.began_from <> '' THEN r.began_from ELSE CASE WHEN r.arrived_from > r.appointed_from THEN r.arrived_from ELSE r.appointed_from END END AND n2.began_from <= $p6 AND n2.began_from <> '' }))))))
    MATCH (r)-[:HELD_BY_PERSON]->(e) WHERE split(e.id, ':')[0] IN $p5
    WITH DISTINCT e.id AS id ORDER BY id LIMIT $p7
    RETURN id, 100 AS fits, 0 AS size
  }
  WITH id, sum(fits) AS fits, min(size) AS size ORDER BY fits DESC, size, id LIMIT $p7
  MATCH (n1:Node {id: id})
  OPTIONAL MATCH (n1)-[:STATE_OF|BASED_IN|SPEAKS_FROM|PLACE_IN|VENUE_IN|HELD_IN|HAPPENED_IN]->(n3)
  CALL (n1) {
    MATCH (n5)-[n5r:HELD_BY_PERSON {p: n1.id}]->()
    WHERE n5r.d IS NOT NULL AND n5r.s IS NOT NULL AND (n5.ending <> 'NOT_TAKEN_UP' AND ((any(d IN n5.attested_spans WHERE left(d, 10) <= $p6 AND substring(d, 11) >= $p6) OR (n5.began_from <> '' AND n5.began_to <= $p6 AND (n5.ended_from > $p6 OR n5.ending = 'ONGOING'))) OR (CASE WHEN n5.began_from <> '' THEN n5.began_from ELSE CASE WHEN n5.arrived_from > n5.appointed_from THEN n5.arrived_from ELSE n5.appointed_from END END <= $p6 AND (n5.ended_to >= $p6 OR (n5.ended_to = '' AND (n5.ending = 'ONGOING' OR NOT EXISTS { MATCH (n6:Role {office: n5.office}) WHERE n6.ending <> 'NOT_TAKEN_UP' AND n6.began_from > CASE WHEN n5.began_from <> '' THEN n5.began_from ELSE CASE WHEN n5.arrived_from > n5.appointed_from THEN n5.arrived_from ELSE n5.appointed_from END END AND n6.began_from <= $p6 AND n6.began_from <> '' }))))))
    WITH n5, n5r ORDER BY n5r.p DESC, n5r.d DESC, n5r.s DESC LIMIT $p10
    OPTIONAL MATCH (n5)-[:OFFICE_OF]->(n7)
    OPTIONAL MATCH (n7)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n8)
    OPTIONAL MATCH (n5)-[:ACCREDITED_TO]->(n9)
    WITH n5r.d AS n5s0, n5r.s AS n5s1, [[n5r.d, n5r.s], n5.concept, n5.id, n5.title, n7.concept, n7.id, n7.name, n8.concept, n8.id, n8.name, n9.concept, n9.id, n9.name] AS n5row
    ORDER BY n5s0 DESC, n5s1 DESC
    RETURN collect(n5row) AS n4
  }
  CALL (n1) {
    MATCH (n11)-[n11r:HELD_BY_PERSON {p: n1.id}]->()
    WHERE n11r.d IS NOT NULL AND n11r.s IS NOT NULL AND (n11.ending <> 'NOT_TAKEN_UP' AND (any(d IN n11.attested_spans WHERE left(d, 10) <= $p6 AND substring(d, 11) >= $p6) OR (n11.began_from <> '' AND n11.began_to <= $p6 AND (n11.ended_from > $p6 OR n11.ending = 'ONGOING'))))
    WITH n11, n11r ORDER BY n11r.p DESC, n11r.d DESC, n11r.s DESC LIMIT $p10
    WITH n11r.d AS n11s0, n11r.s AS n11s1, [[n11r.d, n11r.s], n11.concept, n11.id] AS n11row
    ORDER BY n11s0 DESC, n11s1 DESC
    RETURN collect(n11row) AS n10
  }
  CALL (n1) {
    RETURN COUNT { MATCH (n1)<-[:NAMES]-() } AS n12
  }
  CALL (n1) {
    RETURN COUNT { MATCH (n1)<-[:SPOKEN_BY]-() } AS n15
  }
  RETURN collect([n1.id, n1.concept, n1.name, n1.description, n1.aliases, n3.concept, n3.id, n3.name, n4, null, n10, null, null, n12, null, n15]) AS rows
}
RETURN [named, context, rows] AS answer
