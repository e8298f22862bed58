SELECT json_group_array(id) FROM (
  SELECT s.id FROM search_statement x JOIN searched s ON s.doc = x.rowid
  WHERE search_statement MATCH ?1 ORDER BY s.key, s.id LIMIT 20)
