-- Assignments that were done late or are overdue, the latest first.
--
-- :directive   id of a directive; all unless given
-- :top         how many rows; 50
--
-- directive    id
-- assignment   id
-- body         id of the body that has it to carry out
-- name         its name
-- level        its level
-- state        done-late, or overdue
-- due          local time, by the papers that the body has
-- ended        local time when it was carried out in full
-- late_by      minutes from the due date to its end, or to the end of the run

SELECT r.key AS directive, m.key AS assignment, b.key AS body, b.name, l.key AS level, o.state,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + o.due * 60, 'unixepoch') AS due,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + o.ended * 60, 'unixepoch') AS ended,
       coalesce(o.ended, (SELECT value FROM run WHERE key = 'until')) - o.due AS late_by
FROM own_assignment o
JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root
JOIN body b ON b.id = o.body
JOIN level l ON l.id = b.level
WHERE o.state IN ('done-late', 'overdue') AND (:directive IS NULL OR r.key = :directive)
ORDER BY late_by DESC, r.id, b.id, o.item
LIMIT coalesce(:top, 50);
