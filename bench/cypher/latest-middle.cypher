MATCH (s:Statement) WHERE s.said_from <= $said AND s.id IS NOT NULL AND (s.said_from < $said OR s.id < $from)
WITH s ORDER BY s.said_from DESC, s.id DESC LIMIT 20
OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
RETURN s.text, s.said, p.name
ORDER BY s.said_from DESC, s.id DESC
