CYPHER 5
MATCH (near)-[r:TIE {p: $p0}]->(far)
USING INDEX SEEK r:TIE(p, rank, relation, s)
WHERE r.rank IS NOT NULL AND r.relation IS NOT NULL AND r.s IS NOT NULL AND far.concept IN $p1
WITH near, far, r ORDER BY r.p, r.rank, r.relation, r.s LIMIT $p2
WITH near, r.relation AS relation, far, r.rank AS rank
WITH rank, relation, far.id AS id, [relation, far.concept, far.id, far.name] AS row ORDER BY rank, relation, id
RETURN collect(row) AS answer
