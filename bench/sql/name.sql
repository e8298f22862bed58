SELECT DISTINCT e.id, e.name FROM name n JOIN entity e ON e.id = n.entity WHERE n.fold = ?1 AND e.concept = 'Person' LIMIT 2
