-- gauge simulator_run_directive_issued_timestamp_seconds seconds
-- When a directive was issued, in simulated time.
--
-- directive   id

SELECT r.key AS directive, v.issued AS at, :begins + 60 * v.issued AS more
FROM directive v JOIN root r ON r.id = v.root
WHERE v.issued IS NOT NULL
ORDER BY v.root;
