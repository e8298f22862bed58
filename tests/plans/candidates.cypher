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
    WITH r WHERE (r.ending <> 'NOT_TAKEN_UP' AND ((any(d IN r.attested_spans WHERE left(d, 10) <= $p6 AND substring(d, 11) >= $p6) OR (r.began_from <> '' AND r.began_to <= $p6 AND (r.ended_from > $p6 OR r.ending = 'ONGOING'))) OR (CASE WHEN r.began_from <> '' THEN r.began_from ELSE CASE WHEN r.arrived_from > r.appointed_from THEN r.arrived_from ELSE r.appointed_from END END <= $p6 AND (r.ended_to >= $p6 OR (r.ended_to = '' AND (r.ending = 'ONGOING' OR NOT EXISTS { MATCH (n15:Role {office: r.office}) WHERE n15.ending <> 'NOT_TAKEN_UP' AND n15.began_from > CASE WHEN r.began_from <> '' THEN r.began_from ELSE CASE WHEN r.arrived_from > r.appointed_from THEN r.arrived_from ELSE r.appointed_from END END AND n15.began_from <= $p6 AND n15.began_from <> '' }))))))
    MATCH (r)-[:HELD_BY_PERSON]->(e) WHERE split(e.id, ':')[0] IN $p5
    WITH DISTINCT e.id AS id ORDER BY id LIMIT $p7
    RETURN id, 100 AS fits, 0 AS size
  }
  WITH id, sum(fits) AS fits, min(size) AS size ORDER BY fits DESC, size, id LIMIT $p7
  MATCH (n1:Node {id: id})
  OPTIONAL MATCH (n1)-[:STATE_OF|BASED_IN|SPEAKS_FROM|PLACE_IN|VENUE_IN|HELD_IN|HAPPENED_IN]->(n2)
  CALL (n1) {
    MATCH (n4)-[n4r:HELD_BY_PERSON {p: n1.id}]->()
    USING INDEX SEEK n4r:HELD_BY_PERSON(p, d, s)
    WHERE n4r.d IS NOT NULL AND n4r.s IS NOT NULL AND (n4.ending <> 'NOT_TAKEN_UP' AND ((any(d IN n4.attested_spans WHERE left(d, 10) <= $p6 AND substring(d, 11) >= $p6) OR (n4.began_from <> '' AND n4.began_to <= $p6 AND (n4.ended_from > $p6 OR n4.ending = 'ONGOING'))) OR (CASE WHEN n4.began_from <> '' THEN n4.began_from ELSE CASE WHEN n4.arrived_from > n4.appointed_from THEN n4.arrived_from ELSE n4.appointed_from END END <= $p6 AND (n4.ended_to >= $p6 OR (n4.ended_to = '' AND (n4.ending = 'ONGOING' OR NOT EXISTS { MATCH (n5:Role {office: n4.office}) WHERE n5.ending <> 'NOT_TAKEN_UP' AND n5.began_from > CASE WHEN n4.began_from <> '' THEN n4.began_from ELSE CASE WHEN n4.arrived_from > n4.appointed_from THEN n4.arrived_from ELSE n4.appointed_from END END AND n5.began_from <= $p6 AND n5.began_from <> '' }))))))
    WITH n4, n4r ORDER BY n4r.p DESC, n4r.d DESC, n4r.s DESC LIMIT $p10
    OPTIONAL MATCH (n4)-[:OFFICE_OF]->(n6)
    OPTIONAL MATCH (n6)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n7)
    OPTIONAL MATCH (n4)-[:ACCREDITED_TO]->(n8)
    WITH n4r.d AS n4s0, n4r.s AS n4s1, [[n4r.d, n4r.s], n4.concept, n4.id, n4.title, n6.concept, n6.id, n6.name, n7.concept, n7.id, n7.name, n8.concept, n8.id, n8.name] AS n4row
    ORDER BY n4s0 DESC, n4s1 DESC
    RETURN collect(n4row) AS n3
  }
  CALL (n1) {
    MATCH (n10)-[n10r:HELD_BY_PERSON {p: n1.id}]->()
    USING INDEX SEEK n10r:HELD_BY_PERSON(p, d, s)
    WHERE n10r.d IS NOT NULL AND n10r.s IS NOT NULL AND (n10.ending <> 'NOT_TAKEN_UP' AND (any(d IN n10.attested_spans WHERE left(d, 10) <= $p6 AND substring(d, 11) >= $p6) OR (n10.began_from <> '' AND n10.began_to <= $p6 AND (n10.ended_from > $p6 OR n10.ending = 'ONGOING'))))
    WITH n10, n10r ORDER BY n10r.p DESC, n10r.d DESC, n10r.s DESC LIMIT $p10
    WITH n10r.d AS n10s0, n10r.s AS n10s1, [[n10r.d, n10r.s], n10.concept, n10.id] AS n10row
    ORDER BY n10s0 DESC, n10s1 DESC
    RETURN collect(n10row) AS n9
  }
  CALL (n1) {
    RETURN COUNT { MATCH (n1)<-[:NAMES]-() } AS n11
  }
  CALL (n1) {
    RETURN COUNT { MATCH (n1)<-[:SPOKEN_BY]-() } AS n13
  }
  RETURN collect([n1.id, n1.concept, n1.name, n1.description, n1.aliases, n2.concept, n2.id, n2.name, n3, null, n9, null, null, n11, null, n13]) AS rows
}
RETURN [named, context, rows] AS answer
