-- The curve of coverage: how many of each level had been reached, had registered, complied and reported so many hours after
-- the issue. A row for each step of time in which anything changed.
--
-- :directive   id of a directive; each unless given
-- :step        hours of a step; 24
--
-- directive    id
-- level        level of the bodies
-- hours        hours since the issue: the end of the step
-- bodies       addressed bodies of the level
-- reached      of them by then: a paper had arrived
-- registered   of them by then: registered
-- complied     of them by then: complied
-- reported     of them by then: a report of theirs had arrived
-- share        percent reached

WITH wanted AS MATERIALIZED (
  SELECT d.root, b.level, v.issued, d.arrived, d.registered, d.complied, d.report_arrived
  FROM dossier d
  JOIN directive v ON v.root = d.root
  JOIN root r ON r.id = d.root
  JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL AND (:directive IS NULL OR r.key = :directive)
),
-- What happens at the very end of a step belongs to it.
moment (root, level, step, reached, registered, complied, reported) AS (
  SELECT root, level, (arrived - issued - 1) / (60 * coalesce(:step, 24)) + 1 AS step, count(*), 0, 0, 0
  FROM wanted WHERE arrived IS NOT NULL GROUP BY root, level, step
  UNION ALL
  SELECT root, level, (registered - issued - 1) / (60 * coalesce(:step, 24)) + 1 AS step, 0, count(*), 0, 0
  FROM wanted WHERE registered IS NOT NULL GROUP BY root, level, step
  UNION ALL
  SELECT root, level, (complied - issued - 1) / (60 * coalesce(:step, 24)) + 1 AS step, 0, 0, count(*), 0
  FROM wanted WHERE complied IS NOT NULL GROUP BY root, level, step
  UNION ALL
  SELECT root, level, (report_arrived - issued - 1) / (60 * coalesce(:step, 24)) + 1 AS step, 0, 0, 0, count(*)
  FROM wanted WHERE report_arrived IS NOT NULL GROUP BY root, level, step
),
size AS (SELECT root, level, count(*) AS bodies FROM wanted GROUP BY root, level)
SELECT r.key AS directive, l.key AS level, m.step * coalesce(:step, 24) AS hours, s.bodies,
       sum(sum(m.reached)) OVER so_far AS reached, sum(sum(m.registered)) OVER so_far AS registered,
       sum(sum(m.complied)) OVER so_far AS complied, sum(sum(m.reported)) OVER so_far AS reported,
       round(100.0 * sum(sum(m.reached)) OVER so_far / s.bodies, 2) AS share
FROM moment m
JOIN size s ON s.root = m.root AND s.level = m.level
JOIN root r ON r.id = m.root
JOIN level l ON l.id = m.level
GROUP BY m.root, m.level, m.step
WINDOW so_far AS (PARTITION BY m.root, m.level ORDER BY m.step)
ORDER BY m.root, m.level, m.step;
