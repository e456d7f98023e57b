-- gauge simulator_run_bodies_by_state
-- Addressed bodies by the state in which they stand with a directive.
--
-- directive   id
-- level       level of the bodies
-- state       not_reached, arrived, registered, in_process, stalled, ended_in_part, complied, withdrawn

WITH entered AS (
  SELECT s.root, s.body, s.at, s.state, lag(s.state, 1, 0) OVER (PARTITION BY (s.root << 32) + s.body ORDER BY s.rowid) AS before
  FROM state_change s
),
size AS MATERIALIZED (
  SELECT d.root, b.level, v.issued, count(*) AS bodies
  FROM dossier d JOIN directive v ON v.root = d.root JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL
  GROUP BY d.root, b.level
),
change AS MATERIALIZED (
  SELECT e.root, b.level, e.state, e.before, e.at, count(*) AS bodies
  FROM entered e
  JOIN dossier d ON d.root = e.root AND d.body = e.body AND d.addressed = 1
  JOIN body b ON b.id = e.body
  GROUP BY e.root, b.level, e.state, e.before, e.at
),
moved (root, level, state, at, more) AS (
  SELECT z.root, z.level, g.id, z.issued, iif(g.id = 0, z.bodies, 0) FROM size z CROSS JOIN progress g
  UNION ALL SELECT root, level, state, at, bodies FROM change
  UNION ALL SELECT root, level, before, at, -bodies FROM change
)
SELECT r.key AS directive, l.key AS level, replace(g.key, '-', '_') AS state, m.at, sum(m.more) AS more
FROM moved m
JOIN progress g ON g.id = m.state
JOIN root r ON r.id = m.root
JOIN level l ON l.id = m.level
GROUP BY m.root, m.level, m.state, m.at
ORDER BY m.root, m.level, m.state, m.at;
