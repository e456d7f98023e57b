-- histogram simulator_run_delay_seconds seconds
-- Elapsed time from the issue until an addressed body had come so far, of those that have; the others are in no bucket.
--
-- directive   id
-- level       level of the bodies
-- until       reach, register, relay, comply, report

WITH wanted AS MATERIALIZED (
  SELECT d.root, b.level, v.issued, d.arrived, d.registered, d.issued AS relayed, d.complied, d.report_arrived AS reported
  FROM dossier d
  JOIN directive v ON v.root = d.root
  JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL
),
step (id, key) AS (VALUES (0, 'reach'), (1, 'register'), (2, 'relay'), (3, 'comply'), (4, 'report')),
bunch (root, level, step, issued, at, more) AS (
  SELECT w.root, w.level, s.id, w.issued, w.issued, 0
  FROM (SELECT DISTINCT root, level, issued FROM wanted) w CROSS JOIN step s
  UNION ALL SELECT root, level, 0, issued, arrived, count(*) FROM wanted WHERE arrived IS NOT NULL GROUP BY root, level, arrived
  UNION ALL SELECT root, level, 1, issued, registered, count(*) FROM wanted WHERE registered IS NOT NULL GROUP BY root, level, registered
  UNION ALL SELECT root, level, 2, issued, relayed, count(*) FROM wanted WHERE relayed IS NOT NULL GROUP BY root, level, relayed
  UNION ALL SELECT root, level, 3, issued, complied, count(*) FROM wanted WHERE complied IS NOT NULL GROUP BY root, level, complied
  UNION ALL SELECT root, level, 4, issued, reported, count(*) FROM wanted WHERE reported IS NOT NULL GROUP BY root, level, reported
)
SELECT r.key AS directive, l.key AS level, s.key AS until, b.at, b.more, 60 * (b.at - b.issued) AS seconds
FROM bunch b
JOIN step s ON s.id = b.step
JOIN root r ON r.id = b.root
JOIN level l ON l.id = b.level
ORDER BY b.root, b.level, b.step, b.at;
