-- gauge simulator_run_content_ratio ratio
-- Mean share of a directive's content that has come to the addressed bodies; those not reached count 0.
--
-- directive   id
-- level       level of the bodies

WITH size AS MATERIALIZED (
  SELECT d.root, b.level, v.issued, count(*) AS bodies
  FROM dossier d JOIN directive v ON v.root = d.root JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL
  GROUP BY d.root, b.level
)
SELECT r.key AS directive, l.key AS level, m.at, sum(m.more) AS more, 1000000 * z.bodies AS per
FROM (
  SELECT root, level, issued AS at, 0 AS more FROM size
  UNION ALL
  SELECT d.root, b.level, d.arrived, d.content
  FROM dossier d JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND d.arrived IS NOT NULL
) m
JOIN size z ON z.root = m.root AND z.level = m.level
JOIN root r ON r.id = m.root
JOIN level l ON l.id = m.level
GROUP BY m.root, m.level, m.at
ORDER BY m.root, m.level, m.at;
