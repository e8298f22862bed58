// Best where the talks held there are few.
MATCH (:Country {id: $held})<-[:HELD_IN]-(m:Meeting)<-[:ABOUT]-(s:Statement)
MATCH (s)-[:SPOKEN_BY]->(p)-[:STATE_OF]->(:Country {id: $of})
WITH DISTINCT s, p ORDER BY s.said_from DESC, s.id DESC LIMIT 20
RETURN s.text, s.said, p.name
