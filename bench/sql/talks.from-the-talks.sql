-- Best where the talks held there are few.
SELECT json_group_array(json_array(text, said, name)) FROM (
  SELECT DISTINCT s.id, s.said_from, s.text, s.said, p.name FROM entity m JOIN link_about l ON l."to" = m.id JOIN statement s ON s.id = l."from" JOIN entity p ON p.id = s.speaker
  WHERE m.country = ?1 AND m.concept = 'Meeting' AND p.country = ?2 ORDER BY s.said_from DESC, s.id DESC LIMIT 20)
