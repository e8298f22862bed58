SELECT e.name, (SELECT json_group_array(json_array(n, name)) FROM (
  SELECT count(*) AS n, a.name FROM link_about l JOIN statement s ON s.id = l."from" JOIN entity a ON a.id = s.onBehalfOf WHERE l."to" = e.id GROUP BY a.id ORDER BY n DESC, a.id LIMIT 10))
FROM entity e WHERE e.id = ?1
