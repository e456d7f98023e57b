-- What reports say and what their senders knew: by level, the last report that each body has sent on each paper, added up;
-- consolidated and periodic ones. Those to a second issuer count nobody and are left out.
--
-- directive    id
-- level        level of the senders
-- reports      last reports
-- counted      bodies that they count, the senders included
-- known        of them: complied, as the senders knew
-- claimed      of them: complied, as the reports say
-- misreported  the differences of the two, report by report, without their sign

WITH ranked AS (
  SELECT p.root, p.body, p.counted, p.known, p.claimed,
         row_number() OVER (PARTITION BY p.root, p.body, e.route ORDER BY p.sent DESC, p.id DESC) AS place
  FROM report p JOIN entry e ON e.id = p.id JOIN paper c ON c.id = p.paper
  WHERE c.key IN ('report', 'periodic-report') AND p.counted > 0
)
SELECT r.key AS directive, l.key AS level, count(*) AS reports, sum(x.counted) AS counted, sum(x.known) AS known,
       sum(x.claimed) AS claimed, sum(abs(x.claimed - x.known)) AS misreported
FROM ranked x
JOIN root r ON r.id = x.root
JOIN body b ON b.id = x.body
JOIN level l ON l.id = b.level
WHERE x.place = 1
GROUP BY x.root, b.level
ORDER BY x.root, b.level;
