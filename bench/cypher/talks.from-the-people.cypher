// Best where the people of the country have said little.
MATCH (:Country {id: $of})<-[:STATE_OF]-(p)<-[:SPOKEN_BY]-(s:Statement)
WHERE EXISTS { (s)-[:ABOUT]->(:Meeting)-[:HELD_IN]->(:Country {id: $held}) }
WITH DISTINCT s, p ORDER BY s.said_from DESC, s.id DESC LIMIT 20
RETURN s.text, s.said, p.name
