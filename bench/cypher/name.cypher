MATCH (x:Name {fold: $fold})<-[:NAMED]-(p:Person)
RETURN DISTINCT p.id, p.name LIMIT 2
