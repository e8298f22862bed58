-- Best where both are common: the newest statements are walked until twenty fit.
SELECT json_group_array(json_array(text, said, (SELECT name FROM entity WHERE id = speaker))) FROM (
  SELECT s.text, s.said, s.speaker FROM statement s
  WHERE EXISTS (SELECT 1 FROM entity p WHERE p.id = s.speaker AND p.country = ?2)
    AND EXISTS (SELECT 1 FROM link_about l JOIN entity m ON m.id = l."to" WHERE l."from" = s.id AND m.country = ?1 AND m.concept = 'Meeting')
  ORDER BY s.said_from DESC, s.id DESC LIMIT 20)
