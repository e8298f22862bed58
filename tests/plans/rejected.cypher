CYPHER 5
RETURN [COLLECT { MATCH (s:Shelf) WHERE s.concept IN $p0 AND s.recordedAt IS NOT NULL AND s.id IS NOT NULL RETURN [[s.recordedAt, s.id], s.row] ORDER BY s.recordedAt DESC, s.id DESC LIMIT $p1 }, COUNT { MATCH (s:Shelf) WHERE s.concept IN $p0 }] AS answer
