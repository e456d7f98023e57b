-- gauge simulator_run_bodies bodies
-- Addressed bodies that a directive has brought to a milestone so far; addressed: all of them.
--
-- directive   id
-- level       level of the bodies
-- milestone   addressed, reached, registered, relayed, complied, reported

WITH wanted AS MATERIALIZED (
  SELECT d.root, b.level, v.issued, d.arrived, d.registered, d.issued AS relayed, d.complied, d.report_arrived AS reported
  FROM dossier d
  JOIN directive v ON v.root = d.root
  JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL
),
milestone (id, key) AS (
  VALUES (0, 'addressed'), (1, 'reached'), (2, 'registered'), (3, 'relayed'), (4, 'complied'), (5, 'reported')
),
moved (root, level, milestone, at, more) AS (
  SELECT w.root, w.level, m.id, w.issued, iif(m.id = 0, w.bodies, 0)
  FROM (SELECT root, level, issued, count(*) AS bodies FROM wanted GROUP BY root, level) w CROSS JOIN milestone m
  UNION ALL SELECT root, level, 1, arrived, count(*) FROM wanted WHERE arrived IS NOT NULL GROUP BY root, level, arrived
  UNION ALL SELECT root, level, 2, registered, count(*) FROM wanted WHERE registered IS NOT NULL GROUP BY root, level, registered
  UNION ALL SELECT root, level, 3, relayed, count(*) FROM wanted WHERE relayed IS NOT NULL GROUP BY root, level, relayed
  UNION ALL SELECT root, level, 4, complied, count(*) FROM wanted WHERE complied IS NOT NULL GROUP BY root, level, complied
  UNION ALL SELECT root, level, 5, reported, count(*) FROM wanted WHERE reported IS NOT NULL GROUP BY root, level, reported
)
SELECT r.key AS directive, l.key AS level, m.key AS milestone, w.at, w.more
FROM moved w
JOIN milestone m ON m.id = w.milestone
JOIN root r ON r.id = w.root
JOIN level l ON l.id = w.level
ORDER BY w.root, w.level, w.milestone, w.at;
