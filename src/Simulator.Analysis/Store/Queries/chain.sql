-- Why a body registered a directive when it did: cause by cause from the issue, with what each minute was spent on.
--
-- :body        id of the body; the one that registered last unless given
-- :directive   id of a directive; the first unless given
--
-- time         local time of the entry
-- body         id of the body that it is of
-- activity     what it says
-- minutes      minutes since the entry before
-- reasons      what these were spent on, each with its minutes

WITH RECURSIVE wanted AS (
  SELECT coalesce((SELECT id FROM root WHERE type = 'directive' AND key = :directive),
                  (SELECT min(root) FROM directive WHERE :directive IS NULL)) AS root
),
target AS (
  SELECT d.root, d.body, d.registered FROM dossier d
  WHERE d.root = (SELECT root FROM wanted) AND d.registered IS NOT NULL
    AND (:body IS NULL OR d.body = (SELECT id FROM body WHERE key = :body))
  ORDER BY d.registered DESC, d.body
  LIMIT 1
),
chain (entry, back) AS (
  SELECT (SELECT e.id FROM body b CROSS JOIN entry e ON e.id BETWEEN b.first_entry AND b.last_entry
          WHERE b.id = t.body AND +e.root = t.root AND e.at = t.registered AND +e.kind IN (2, 3) AND +e.route = 0
          ORDER BY e.kind DESC, e.id LIMIT 1), 0
  FROM target t
  UNION ALL
  SELECT e.cause, c.back + 1 FROM chain c JOIN entry e ON e.id = c.entry WHERE e.cause IS NOT NULL AND c.back < 10000
)
SELECT strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS time, b.key AS body,
       a.key AS activity, e.at - e.enabled AS minutes,
       (SELECT group_concat(x.text, ', ') FROM (
         SELECT n.key || ' ' || w.minutes AS text FROM wait w JOIN reason n ON n.id = w.reason
         WHERE w.entry = e.id ORDER BY w.reason) x) AS reasons
FROM chain c
JOIN entry e ON e.id = c.entry
JOIN body b ON b.id = e.body
JOIN activity a ON a.id = e.activity
ORDER BY c.back DESC;
