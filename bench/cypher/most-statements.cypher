MATCH (p:Person)
WITH p, COUNT { (p)<-[:SPOKEN_BY]-() } AS n ORDER BY n DESC, p.id DESC LIMIT 20
RETURN p.name, n
