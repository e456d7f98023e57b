-- The way of the paper to the bodies that it took longest to reach: one row for each office on the way, from the issuer on.
--
-- :directive   id of a directive; the first unless given
-- :level       only bodies of this level
-- :top         how many bodies; 5
--
-- to_body      id of the body at the end of the way
-- hop          place on the way, from 1
-- body         id of the office
-- name         its name
-- sent         local time when the paper was sent to it
-- arrived      local time when it arrived
-- registered   local time of its registration
-- issued       local time when it sent its own paper on
-- travelled    minutes on the way to it
-- there        minutes from its arrival to the next sending

WITH RECURSIVE wanted AS (
  SELECT coalesce((SELECT id FROM root WHERE type = 'directive' AND key = :directive),
                  (SELECT min(root) FROM directive WHERE :directive IS NULL)) AS root
),
last AS (
  SELECT d.root, d.body, d.arrived
  FROM dossier d JOIN body b ON b.id = d.body
  WHERE d.root = (SELECT root FROM wanted) AND d.addressed = 1 AND d.arrived IS NOT NULL
    AND (:level IS NULL OR b.level = (SELECT id FROM level WHERE key = :level))
  ORDER BY d.arrived DESC, d.body
  LIMIT coalesce(:top, 5)
),
chain (root, target, latest, body, back, onward) AS (
  SELECT root, body, arrived, body, 0, NULL FROM last
  UNION ALL
  SELECT c.root, c.target, c.latest, d.paper_from, c.back + 1, d.sent
  FROM chain c JOIN dossier d ON d.root = c.root AND d.body = c.body
  WHERE d.paper_from IS NOT NULL AND c.back < 100
)
SELECT t.key AS to_body, max(c.back) OVER (PARTITION BY c.target) - c.back + 1 AS hop, b.key AS body, b.name,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.sent * 60, 'unixepoch') AS sent,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.arrived * 60, 'unixepoch') AS arrived,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.registered * 60, 'unixepoch') AS registered,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.issued * 60, 'unixepoch') AS issued,
       d.arrived - d.sent AS travelled, c.onward - d.arrived AS there
FROM chain c
JOIN body t ON t.id = c.target
JOIN body b ON b.id = c.body
LEFT JOIN dossier d ON d.root = c.root AND d.body = c.body
ORDER BY c.latest DESC, c.target, hop;
