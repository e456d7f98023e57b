-- What one body's entries waited for, by what was done: each entry's minutes since its cause.
--
-- :body        id of the body; the one with the most entries unless given
--
-- body         id
-- activity     step, or what else the journal says
-- reason       as docs/measures.md defines it
-- entries      how many waited for it
-- minutes      minutes in all
-- longest      the longest, minutes

SELECT b.key AS body, a.key AS activity, n.key AS reason, count(*) AS entries, sum(w.minutes) AS minutes, max(w.minutes) AS longest
FROM body b
CROSS JOIN entry e ON e.id BETWEEN b.first_entry AND b.last_entry
CROSS JOIN wait w ON w.entry = e.id
JOIN activity a ON a.id = e.activity
JOIN reason n ON n.id = w.reason
WHERE b.id = coalesce((SELECT id FROM body WHERE key = :body),
                      (SELECT id FROM body WHERE :body IS NULL ORDER BY last_entry - first_entry DESC, id LIMIT 1))
GROUP BY a.id, n.id
ORDER BY sum(w.minutes) DESC, a.id, n.id;
