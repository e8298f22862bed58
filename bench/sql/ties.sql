-- Whom both ends share, rarest first.
SELECT json_group_array(json_array(far, ?2)) FROM (
  SELECT DISTINCT t.far, d.degree FROM tie t JOIN tie u ON u.near = t.far AND u.far = ?2 JOIN tied d ON d.entity = t.far
  WHERE t.near = ?1 AND t.fact AND u.fact ORDER BY d.degree, t.far LIMIT 3)
