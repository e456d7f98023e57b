-- The same by level: how many minutes papers, reports and assignments waited at its bodies, for what.
--
-- level        level of the bodies; NULL: the director
-- reason       as docs/measures.md defines it
-- minutes      minutes in all
-- per_body     minutes a body of the level
-- share        percent of all minutes at the level

WITH body_wait AS (
  SELECT b.level, w.reason, sum(w.minutes) AS minutes
  FROM body b CROSS JOIN wait w ON w.entry BETWEEN b.first_entry AND b.last_entry
  GROUP BY b.level, w.reason
),
size AS (SELECT level, count(*) AS bodies FROM body GROUP BY level)
SELECT l.key AS level, n.key AS reason, x.minutes, round(1.0 * x.minutes / s.bodies, 1) AS per_body,
       round(100.0 * x.minutes / sum(x.minutes) OVER (PARTITION BY x.level), 2) AS share
FROM body_wait x
JOIN reason n ON n.id = x.reason
LEFT JOIN level l ON l.id = x.level
JOIN size s ON s.level IS x.level
ORDER BY x.level, x.reason;
