-- counter simulator_run_reminders reminders
-- Reminders that have arrived at a body, or were lost on their way to it.
--
-- directive   id
-- level       level of the bodies that they are for

SELECT r.key AS directive, l.key AS level, m.at, sum(m.more) AS more
FROM (
  SELECT d.root, b.level, v.issued AS at, 0 AS more
  FROM dossier d JOIN directive v ON v.root = d.root JOIN body b ON b.id = d.body
  WHERE d.addressed = 1 AND v.issued IS NOT NULL
  UNION ALL
  SELECT e.root, b.level, e.at, 1
  FROM entry e JOIN directive v ON v.root = e.root JOIN body b ON b.id = iif(e.kind = 4, e.other, e.body)
  WHERE e.kind IN (2, 4) AND e.what = 9
) m
JOIN root r ON r.id = m.root
JOIN level l ON l.id = m.level
GROUP BY m.root, m.level, m.at
ORDER BY m.root, m.level, m.at;
