CYPHER 5
CALL () {
  MATCH (n2:Meeting)
  WHERE n2.when_asc IS NOT NULL AND n2.id IS NOT NULL AND (NOT ((n2.status IS NOT NULL AND n2.status = $p0)) AND COUNT { MATCH (n2)<-[:TOOK_PART_IN]-() } >= $p1)
  WITH n2 ORDER BY n2.when_asc DESC, n2.id DESC LIMIT $p2
  WITH n2.when_asc AS n2s0, n2.id AS n2s1, [[n2.when_asc, n2.id], n2.concept, n2.name, n2.`when`] AS n2row
  ORDER BY n2s0 DESC, n2s1 DESC
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
