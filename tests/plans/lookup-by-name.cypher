CYPHER 5
MATCH (x:Name {fold: $p0})<-[:NAMED]-(n1)
WHERE n1:Country
WITH n1, max(CASE WHEN x.own THEN 1 ELSE 0 END) AS own
WITH n1, 2 - 2 * own + CASE WHEN coalesce(n1.ended_to, '') <> '' THEN 1 ELSE 0 END AS rank ORDER BY rank, n1.id LIMIT 11
CALL (n1) {
  RETURN COUNT { MATCH (n1)<-[:HELD_IN]-() } AS n2
}
WITH rank, n1.id AS id, [rank, n1.id, n1.name, n1.description, n1.concept, n1.name, null, n2] AS row ORDER BY rank, id
RETURN collect(row) AS answer
