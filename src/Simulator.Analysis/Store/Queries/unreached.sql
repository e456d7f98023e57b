-- Bodies that a directive should have reached and did not, with how far the body above them had got with it.
--
-- :directive       id of a directive; all unless given
-- :top             how many rows; 100
--
-- directive        id
-- body             id
-- name             its name
-- level            its level
-- superior         the body above it on its first line
-- superior_state   how far that one has got with the directive; NULL: it has no part in it
-- superior_issued  local time when that one issued its paper; NULL: not in this run
-- lost             papers of the directive on their way to the body that were lost

SELECT v.directive, b.key AS body, b.name, l.key AS level, s.key AS superior, g.key AS superior_state,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + u.issued * 60, 'unixepoch') AS superior_issued,
       (SELECT count(*) FROM entry e
        WHERE e.id BETWEEN s.first_entry AND s.last_entry AND +e.kind = 4 AND e.root = d.root AND e.other = d.body) AS lost
FROM dossier d
JOIN directives v ON v.id = d.root
JOIN body b ON b.id = d.body
JOIN level l ON l.id = b.level
LEFT JOIN body s ON s.id = b.superior
LEFT JOIN dossier u ON u.root = d.root AND u.body = b.superior
LEFT JOIN progress g ON g.id = u.state
WHERE d.addressed = 1 AND d.arrived IS NULL AND (:directive IS NULL OR v.directive = :directive)
ORDER BY v.id, b.level, b.id
LIMIT coalesce(:top, 100);
