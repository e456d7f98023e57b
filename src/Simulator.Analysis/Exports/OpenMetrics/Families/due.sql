-- gauge simulator_run_directive_due_timestamp_seconds seconds
-- When the first of a directive's assignments is due, in simulated time.
--
-- directive   id

SELECT r.key AS directive, v.issued AS at, :begins + 60 * min(m.due) AS more
FROM directive v JOIN root r ON r.id = v.root JOIN assignment m ON m.root = v.root
WHERE v.issued IS NOT NULL AND m.due IS NOT NULL
GROUP BY v.root
ORDER BY v.root;
