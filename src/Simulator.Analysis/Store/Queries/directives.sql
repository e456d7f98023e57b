-- Each directive: how many bodies it must reach, how far they have got by the end of the run, and when the issuer was done.
--
-- directive   id
-- symbol      number and symbol of the paper
-- issuer      id of the body
-- issued      local time
-- addressed   bodies that it, or a paper implementing it, must reach
-- reached     of them: a paper has arrived
-- registered  of them: it is registered
-- complied    of them: complied, whether or not anybody was told
-- reported    of them: a report of theirs has arrived
-- known       complied, as the issuer knows by the reports that it has registered
-- closed      local time when the issuer closed it

SELECT v.directive, v.symbol, v.issuer, v.issued, v.addressed,
       count(d.arrived) AS reached, count(d.registered) AS registered, count(d.complied) AS complied,
       count(d.report_arrived) AS reported, i.reported_complied AS known,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + i.closed * 60, 'unixepoch') AS closed
FROM directives v
JOIN directive w ON w.root = v.id
LEFT JOIN dossier i ON i.root = v.id AND i.body = w.issuer
LEFT JOIN dossier d ON d.root = v.id AND d.addressed = 1
GROUP BY v.id
ORDER BY v.issued_tick, v.id;
