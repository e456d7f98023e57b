-- How much of the time until the nearest due date of its own assignments was used up above a body when the paper came. By
-- level, over bodies that have dated assignments of their own; one that nothing has come to, or too late, counts all of it.
--
-- directive    id
-- level        level of the bodies
-- bodies       bodies with a dated assignment of their own
-- used         mean percent of the time from the issue to the due date that had passed on arrival
-- none_left    bodies for whom none was left

WITH due AS (
  SELECT o.root, o.body, min(m.due) AS due
  FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item
  WHERE m.due IS NOT NULL
  GROUP BY o.root, o.body
),
used AS (
  SELECT d.root, b.level,
         CASE WHEN d.arrived < u.due THEN 1.0 * (d.arrived - v.issued) / (u.due - v.issued) ELSE 1.0 END AS share
  FROM due u
  JOIN dossier d ON d.root = u.root AND d.body = u.body
  JOIN directive v ON v.root = u.root
  JOIN body b ON b.id = u.body
  WHERE d.addressed = 1 AND u.due > v.issued
)
SELECT r.key AS directive, l.key AS level, count(*) AS bodies, round(100.0 * avg(u.share), 2) AS used,
       sum(u.share >= 1) AS none_left
FROM used u JOIN root r ON r.id = u.root JOIN level l ON l.id = u.level
GROUP BY u.root, u.level
ORDER BY u.root, u.level;
