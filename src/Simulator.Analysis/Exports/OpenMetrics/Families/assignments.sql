-- gauge simulator_run_assignments assignments
-- Assignments in each of the four states, once for every body that has one to carry out, reached or not.
--
-- directive   id
-- level       level of the bodies
-- state       done_on_time, done_late, in_term, overdue

-- An assignment is to be done from the issue, or from when it was kept or added; until it is done, or for ever. It is
-- overdue from the minute after the due date; where an update has changed that date, from each by its own.
WITH kept AS MATERIALIZED (SELECT root, body, item, min(at) AS at FROM entry WHERE kind = 11 GROUP BY root, body, item),
added AS MATERIALIZED (SELECT DISTINCT root, item FROM entry WHERE kind = 15),
updated AS MATERIALIZED (SELECT root, body, min(at) AS at FROM entry WHERE kind = 46 GROUP BY root, body),
own AS MATERIALIZED (
  SELECT o.root, b.level, coalesce(k.at, iif(a.root IS NULL, NULL, d.arrived), v.issued) AS since, coalesce(o.ended, 1 << 40) AS till,
         o.ended, o.state = 'done-late' AS late, iif(u.at IS NULL, o.due, m.due) AS first_due, coalesce(u.at, 1 << 40) AS changed, o.due
  FROM own_assignment o
  JOIN directive v ON v.root = o.root
  JOIN assignment m ON m.root = o.root AND m.item = o.item
  JOIN body b ON b.id = o.body
  LEFT JOIN dossier d ON d.root = o.root AND d.body = o.body
  LEFT JOIN kept k ON k.root = o.root AND k.body = o.body AND k.item = o.item
  LEFT JOIN added a ON a.root = o.root AND a.item = o.item
  LEFT JOIN updated u ON u.root = o.root AND u.body = o.body
  WHERE v.issued IS NOT NULL
),
overdue AS MATERIALIZED (
  SELECT root, level, max(since, first_due + 1) AS since, min(till, changed) AS till
  FROM own WHERE first_due IS NOT NULL AND max(since, first_due + 1) < min(till, changed)
  UNION ALL
  SELECT root, level, max(changed, due + 1), till FROM own WHERE due IS NOT NULL AND max(changed, due + 1) < till
),
state (id, key) AS (VALUES (0, 'done_on_time'), (1, 'done_late'), (2, 'in_term'), (3, 'overdue')),
moved (root, level, state, at, more) AS (
  SELECT o.root, o.level, s.id, v.issued, 0
  FROM (SELECT DISTINCT root, level FROM own) o CROSS JOIN state s JOIN directive v ON v.root = o.root
  UNION ALL SELECT root, level, iif(late, 1, 0), ended, count(*) FROM own WHERE ended IS NOT NULL GROUP BY root, level, late, ended
  UNION ALL SELECT root, level, 2, since, count(*) FROM own GROUP BY root, level, since
  UNION ALL SELECT root, level, 2, ended, -count(*) FROM own WHERE ended IS NOT NULL GROUP BY root, level, ended
  UNION ALL SELECT root, level, 2, since, -count(*) FROM overdue GROUP BY root, level, since
  UNION ALL SELECT root, level, 2, till, count(*) FROM overdue WHERE till < 1 << 40 GROUP BY root, level, till
  UNION ALL SELECT root, level, 3, since, count(*) FROM overdue GROUP BY root, level, since
  UNION ALL SELECT root, level, 3, till, -count(*) FROM overdue WHERE till < 1 << 40 GROUP BY root, level, till
)
SELECT r.key AS directive, l.key AS level, s.key AS state, m.at, sum(m.more) AS more
FROM moved m
JOIN state s ON s.id = m.state
JOIN root r ON r.id = m.root
JOIN level l ON l.id = m.level
GROUP BY m.root, m.level, m.state, m.at
ORDER BY m.root, m.level, m.state, m.at;
