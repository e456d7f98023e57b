-- gauge simulator_run_report_bodies bodies
-- The last report that each body of a level has sent, added up: bodies counted, complied as the senders knew, complied as it says.
--
-- directive   id
-- level       level of the senders
-- figure      counted, known, claimed

WITH sent AS MATERIALIZED (
  SELECT p.root, b.level, p.sent AS at, p.counted - lag(p.counted, 1, 0) OVER own AS counted,
         p.known - lag(p.known, 1, 0) OVER own AS known, p.claimed - lag(p.claimed, 1, 0) OVER own AS claimed
  FROM report p JOIN entry e ON e.id = p.id JOIN paper c ON c.id = p.paper JOIN body b ON b.id = p.body
  WHERE c.key IN ('report', 'periodic-report') AND p.counted > 0
  WINDOW own AS (PARTITION BY p.root, p.body, e.route ORDER BY p.sent, p.id)
),
figure (id, key) AS (VALUES (0, 'counted'), (1, 'known'), (2, 'claimed')),
moved (root, level, figure, at, more) AS (
  SELECT z.root, z.level, f.id, v.issued, 0
  FROM (SELECT DISTINCT root, level FROM sent) z CROSS JOIN figure f JOIN directive v ON v.root = z.root
  UNION ALL SELECT root, level, 0, at, counted FROM sent
  UNION ALL SELECT root, level, 1, at, known FROM sent
  UNION ALL SELECT root, level, 2, at, claimed FROM sent
)
SELECT r.key AS directive, l.key AS level, f.key AS figure, m.at, sum(m.more) AS more
FROM moved m
JOIN figure f ON f.id = m.figure
JOIN root r ON r.id = m.root
JOIN level l ON l.id = m.level
GROUP BY m.root, m.level, m.figure, m.at
ORDER BY m.root, m.level, m.figure, m.at;
