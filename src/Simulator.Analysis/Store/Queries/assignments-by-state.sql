-- What assignments have come to by the end of the run, by directive and level: the four states, and what became of those
-- that were not done.
--
-- directive     id
-- level         level of the bodies that have them to carry out, reached or not
-- assignments   each once for every body
-- done_on_time  in full, not after the due date
-- done_late     in full, after it
-- in_term       not done, not overdue or without a date
-- overdue       not done, the date has passed
-- ignored       of those not done: will never be
-- stalled       of those not done: lie aside
-- partly        of those not done: done in part

SELECT r.key AS directive, l.key AS level, count(*) AS assignments,
       sum(o.state = 'done-on-time') AS done_on_time, sum(o.state = 'done-late') AS done_late,
       sum(o.state = 'in-term') AS in_term, sum(o.state = 'overdue') AS overdue,
       sum(c.key IS 'ignored') AS ignored, sum(c.key IS 'stalled') AS stalled, sum(c.key IS 'partly') AS partly
FROM own_assignment o
JOIN body b ON b.id = o.body
JOIN level l ON l.id = b.level
JOIN root r ON r.id = o.root
LEFT JOIN outcome c ON c.id = o.outcome
GROUP BY o.root, b.level
ORDER BY o.root, b.level;
