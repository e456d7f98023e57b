-- gauge simulator_run_backlog_steps steps
-- Steps that lie at the desks of a post, of those that end in this run: nobody has taken them up, or somebody has them in hand.
--
-- directive   id
-- level       level of the bodies
-- post        clerk, leadership, staff
-- state       waiting, in_hand

WITH stay AS MATERIALIZED (
  SELECT (e.root << 24) + (b.level << 8) + e.post AS desk, e.enabled, max(e.started, e.enabled) AS started, e.at
  FROM entry e JOIN body b ON b.id = e.body JOIN directive v ON v.root = e.root
  WHERE e.kind = 3 AND e.post IS NOT NULL AND e.enabled < e.at AND v.issued IS NOT NULL
),
state (id, key) AS (VALUES (0, 'waiting'), (1, 'in_hand')),
moved (desk, state, at, more) AS (
  SELECT d.desk, s.id, v.issued, 0
  FROM (SELECT DISTINCT desk FROM stay) d CROSS JOIN state s JOIN directive v ON v.root = d.desk >> 24
  UNION ALL SELECT desk, 0, enabled, count(*) FROM stay WHERE enabled < started GROUP BY desk, enabled
  UNION ALL SELECT desk, 0, started, -count(*) FROM stay WHERE enabled < started GROUP BY desk, started
  UNION ALL SELECT desk, 1, started, count(*) FROM stay WHERE started < at GROUP BY desk, started
  UNION ALL SELECT desk, 1, at, -count(*) FROM stay WHERE started < at GROUP BY desk, at
)
SELECT r.key AS directive, l.key AS level, p.key AS post, s.key AS state, m.at, sum(m.more) AS more
FROM moved m
JOIN state s ON s.id = m.state
JOIN root r ON r.id = m.desk >> 24
JOIN level l ON l.id = (m.desk >> 8) & 0xFFFF
JOIN post p ON p.id = m.desk & 0xFF
GROUP BY m.desk, m.state, m.at
ORDER BY m.desk, m.state, m.at;
