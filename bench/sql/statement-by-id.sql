SELECT s.text, s.said, s.act, p.name AS speaker, pc.name AS country,
  (SELECT json_group_array(json_array(a.name, a."when", v.name, c.name)) FROM (SELECT "to" FROM link_about WHERE "from" = s.id ORDER BY "to" LIMIT 5) l
    JOIN entity a ON a.id = l."to" LEFT JOIN entity v ON v.id = a.venue LEFT JOIN entity c ON c.id = a.country AND a.concept = 'Meeting'),
  (SELECT json_group_array(json_array(r.text, x.title)) FROM (SELECT text, article FROM report WHERE statement = s.id ORDER BY id LIMIT 5) r JOIN article x ON x.id = r.article)
FROM statement s LEFT JOIN entity p ON p.id = s.speaker LEFT JOIN entity pc ON pc.id = p.country
WHERE s.id = ?1
