-- counter simulator_run_waited_seconds seconds
-- Time that papers took on their way and at desks, by the reason of each minute; it is counted when the step or the way ends.
--
-- directive   id
-- level       level of the bodies
-- reason      as docs/measures.md has it: work, travel, off_hours, earlier_paper, stall, ...

WITH part AS MATERIALIZED (
  SELECT (((e.root << 8) + b.level) << 8) + w.reason AS series, e.at, 60 * sum(w.minutes) AS more
  FROM wait w JOIN entry e ON e.id = w.entry JOIN body b ON b.id = e.body JOIN directive v ON v.root = e.root
  WHERE v.issued IS NOT NULL AND b.level IS NOT NULL
  GROUP BY series, e.at
),
summed (series, at, more) AS (
  SELECT s.series, v.issued, 0 FROM (SELECT DISTINCT series FROM part) s JOIN directive v ON v.root = s.series >> 16
  UNION ALL SELECT series, at, more FROM part
)
SELECT r.key AS directive, l.key AS level, replace(n.key, '-', '_') AS reason, s.at, s.more
FROM summed s
JOIN root r ON r.id = s.series >> 16
JOIN level l ON l.id = (s.series >> 8) & 0xFF
JOIN reason n ON n.id = s.series & 0xFF
ORDER BY s.series, s.at;
