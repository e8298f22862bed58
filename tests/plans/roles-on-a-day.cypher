CYPHER 5
CALL () {
  MATCH (n2:Role)
  WHERE n2.id IS NOT NULL AND (NOT ((n2.ending <> 'NOT_TAKEN_UP' AND (any(d IN n2.attested_spans WHERE left(d, 10) <= $p0 AND substring(d, 11) >= $p0) OR (n2.began_from <> '' AND n2.began_to <= $p0 AND (n2.ended_from > $p0 OR n2.ending = 'ONGOING'))))) AND ((n2.title_words IS NOT NULL AND n2.title_words CONTAINS $p1) AND NOT ((n2.title_words IS NOT NULL AND n2.title_words CONTAINS $p2)) AND (n2.title_words IS NOT NULL AND n2.title_words CONTAINS $p3)) AND (n2.ending <> 'NOT_TAKEN_UP' AND ((any(d IN n2.attested_spans WHERE left(d, 10) <= $p4 AND substring(d, 11) >= $p4) OR (n2.began_from <> '' AND n2.began_to <= $p4 AND (n2.ended_from > $p4 OR n2.ending = 'ONGOING'))) OR (CASE WHEN n2.began_from <> '' THEN n2.began_from ELSE CASE WHEN n2.arrived_from > n2.appointed_from THEN n2.arrived_from ELSE n2.appointed_from END END <= $p4 AND (n2.ended_to >= $p4 OR (n2.ended_to = '' AND (n2.ending = 'ONGOING' OR NOT EXISTS { MATCH (n3:Role {office: n2.office}) WHERE n3.ending <> 'NOT_TAKEN_UP' AND n3.began_from > CASE WHEN n2.began_from <> '' THEN n2.began_from ELSE CASE WHEN n2.arrived_from > n2.appointed_from THEN n2.arrived_from ELSE n2.appointed_from END END AND n3.began_from <= $p4 AND n3.began_from <> '' })))))))
  WITH n2 ORDER BY n2.id LIMIT $p5
  OPTIONAL MATCH (n2)-[:HELD_BY_PERSON]->(n4)
  WITH n2.id AS n2s0, [[n2.id], n2.concept, n2.title, n4.concept, n4.name] AS n2row
  ORDER BY n2s0
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
