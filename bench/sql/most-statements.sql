SELECT json_group_array(json_array(name, n)) FROM (
  SELECT p.name, c.n FROM (SELECT speaker, count(*) AS n FROM statement WHERE speaker IS NOT NULL GROUP BY speaker) c JOIN entity p ON p.id = c.speaker
  WHERE p.concept = 'Person' ORDER BY c.n DESC, p.id DESC LIMIT 20)
