// Six statements, as a careful client would send them: together.
MATCH (s:Statement) WHERE s.said_from IS NOT NULL AND s.id IS NOT NULL
RETURN s.text, s.said ORDER BY s.said_from DESC, s.id DESC LIMIT 10
;
MATCH (m:Meeting) WHERE m.when_from IS NOT NULL AND m.id IS NOT NULL
RETURN m.name, m.when ORDER BY m.when_from DESC, m.id DESC LIMIT 10
;
MATCH (:Meeting {id: $meeting})<-[:ABOUT]-(s)
RETURN s.text ORDER BY s.said_from DESC, s.id DESC LIMIT 10
;
MATCH (p:Person {id: $person}) RETURN COUNT { (p)<-[:SPOKEN_BY]-() }
;
MATCH (:Country {id: $country})<-[:ON_BEHALF_OF]-(s:Statement)
RETURN s.text ORDER BY s.said_from DESC, s.id DESC LIMIT 10
;
MATCH (c:Claim) WHERE c.id IS NOT NULL AND c.contested
RETURN c.text ORDER BY c.id LIMIT 10
