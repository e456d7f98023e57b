-- Where directives have not gone on by the end of the run: bodies that have been reached and have not complied, by state,
-- the longest first.
--
-- :directive   id of a directive; all unless given
-- :level       only bodies of this level
-- :top         how many rows; 50
--
-- directive    id
-- body         id
-- name         its name
-- level        its level
-- state        where it stands
-- since        local time of the body's newest entry about it
-- minutes      from there to the end of the run
-- said         what that entry says

WITH open AS (
  SELECT d.root, b.id, b.key, b.name, b.level, d.state,
         (SELECT e.id FROM entry e WHERE e.id BETWEEN b.first_entry AND b.last_entry AND +e.root = d.root
          ORDER BY e.id DESC LIMIT 1) AS entry
  FROM dossier d JOIN body b ON b.id = d.body JOIN progress g ON g.id = d.state
  WHERE d.addressed = 1 AND d.arrived IS NOT NULL AND d.complied IS NULL AND g.key <> 'withdrawn'
    AND (:directive IS NULL OR d.root = (SELECT id FROM root WHERE type = 'directive' AND key = :directive))
    AND (:level IS NULL OR b.level = (SELECT id FROM level WHERE key = :level))
)
SELECT r.key AS directive, o.key AS body, o.name, l.key AS level, g.key AS state,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS since,
       (SELECT value FROM run WHERE key = 'until') - e.at AS minutes, a.key AS said
FROM open o
JOIN entry e ON e.id = o.entry
JOIN root r ON r.id = o.root
JOIN progress g ON g.id = o.state
JOIN level l ON l.id = o.level
JOIN activity a ON a.id = e.activity
ORDER BY e.at, o.root, o.id
LIMIT coalesce(:top, 50);
