-- The run store: everything that a run's journal says, laid out for questions. docs/store.md explains it.
-- Moments are ticks: minutes since the start of the scenario, local civil time. Durations are minutes.
-- NULL means: never, or not yet, or that there is none. The file is written once and never changed.

--# tables

-- What run this is: schema, scenario, variant, seed, replication, until, bodies, entries, digest, …
CREATE TABLE run (
  key   TEXT NOT NULL PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;

-- What the numbers in other tables mean: one table a word list.
CREATE TABLE level    (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE kind     (id INTEGER PRIMARY KEY, key TEXT NOT NULL, level INTEGER NOT NULL REFERENCES level (id), line TEXT NOT NULL);
CREATE TABLE reason   (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE progress (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE outcome  (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE post     (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE paper    (id INTEGER PRIMARY KEY, key TEXT NOT NULL);

-- What can be said by an entry, as far as this run says it: a step, a paper that arrived, …
CREATE TABLE activity (
  id    INTEGER PRIMARY KEY,             -- kind * 256 + step, or paper where a paper is told of
  kind  INTEGER NOT NULL,                -- EntryKind
  step  INTEGER,                         -- Step
  paper INTEGER REFERENCES paper (id),
  key   TEXT NOT NULL,                   -- its name, and the event type in OCEL
  map   TEXT NOT NULL                    -- the same for names of tables
);

-- People and hours that bodies have in common.
CREATE TABLE office (
  id                 INTEGER PRIMARY KEY,
  clerks             INTEGER NOT NULL,
  leaders            INTEGER NOT NULL,
  staff              INTEGER NOT NULL,
  clerk_minutes      INTEGER NOT NULL,   -- working minutes from the start to the end of the run, of one person
  leadership_minutes INTEGER NOT NULL,
  staff_minutes      INTEGER NOT NULL
);

CREATE TABLE body (
  id          INTEGER PRIMARY KEY,       -- 0: the director; else from 1 in the order of the ids
  key         TEXT NOT NULL,             -- the id that the scenario gives it
  name        TEXT NOT NULL,
  kind        INTEGER REFERENCES kind (id),
  level       INTEGER REFERENCES level (id),
  superior    INTEGER REFERENCES body (id),
  office      INTEGER REFERENCES office (id),
  place       INTEGER NOT NULL,          -- superiors before subordinates, subtrees together; -1: the director
  hash        INTEGER NOT NULL,          -- of the id, 64 bits, signed
  first_entry INTEGER NOT NULL,          -- its entries are those with ids from here …
  last_entry  INTEGER NOT NULL,          -- … to here; less than first_entry: it has none
  dissolved   INTEGER                    -- tick
);

-- What entries are about: directives, and by the same number events and interventions.
CREATE TABLE root (
  id   INTEGER PRIMARY KEY,
  type TEXT NOT NULL,                    -- directive, event, intervention
  key  TEXT NOT NULL,                    -- the id that the scenario gives it
  hash INTEGER NOT NULL                  -- as entries of the journal have it, 32 bits
);

CREATE TABLE directive (
  root     INTEGER PRIMARY KEY REFERENCES root (id),
  symbol   TEXT,
  title    TEXT NOT NULL,
  issuer   INTEGER NOT NULL REFERENCES body (id),
  issued   INTEGER,                      -- tick
  urgency  INTEGER NOT NULL,             -- 0 routine, 1 urgent, 2 very urgent, 3 express, 4 timed express
  addressed INTEGER NOT NULL             -- bodies that it, or a paper implementing it, must reach
);

CREATE TABLE assignment (
  root INTEGER NOT NULL REFERENCES root (id),
  item INTEGER NOT NULL,                 -- its place in the directive, from 0
  key  TEXT NOT NULL,
  does TEXT NOT NULL,
  due  INTEGER,                          -- tick
  PRIMARY KEY (root, item)
) WITHOUT ROWID;

-- One row for each entry of the journal, the entries of a body together and in their order.
CREATE TABLE entry (
  id       INTEGER PRIMARY KEY,          -- body.first_entry + sequence - 1
  body     INTEGER NOT NULL REFERENCES body (id),
  sequence INTEGER NOT NULL,             -- the body's own count, from 1
  at       INTEGER NOT NULL,             -- tick
  activity INTEGER NOT NULL REFERENCES activity (id),
  kind     INTEGER NOT NULL,             -- EntryKind
  step     INTEGER NOT NULL,             -- Step, 0: none
  root     INTEGER REFERENCES root (id),
  route    INTEGER NOT NULL,             -- 0: the first paper of the root here
  cause    INTEGER REFERENCES entry (id),
  started  INTEGER NOT NULL,             -- tick: when the step began, or the paper was sent
  server   INTEGER NOT NULL,             -- who of the post, from 0; 255: nobody
  what     INTEGER NOT NULL,             -- the kind's own code
  item     INTEGER NOT NULL,             -- an assignment's place; 255: none; or the kind's own code
  a        INTEGER NOT NULL,             -- the kind's own numbers
  b        INTEGER NOT NULL,
  enabled  INTEGER,                      -- tick of the cause
  in_hours INTEGER,                      -- minutes from the cause that were not off hours
  worked   INTEGER,                      -- minutes of work among them
  post     INTEGER REFERENCES post (id), -- of a step or an absence
  other    INTEGER REFERENCES body (id), -- whom it names: who lost a paper, who takes a file over, …
  document INTEGER REFERENCES document (id), -- the paper that was issued, arrived, or is being handled
  report   INTEGER REFERENCES report (id)    -- the report that was sent, arrived, or was registered
);

-- The minutes from its cause to each entry, split by reason: they add up to at - enabled.
CREATE TABLE wait (
  entry   INTEGER NOT NULL REFERENCES entry (id),
  reason  INTEGER NOT NULL REFERENCES reason (id),
  minutes INTEGER NOT NULL,
  PRIMARY KEY (entry, reason)
) WITHOUT ROWID;

-- Papers that were issued: directives, and what implements them.
CREATE TABLE document (
  id         INTEGER PRIMARY KEY REFERENCES entry (id), -- the entry by which it left
  root       INTEGER NOT NULL REFERENCES root (id),
  body       INTEGER NOT NULL REFERENCES body (id),     -- whose paper it is
  ordinal    INTEGER NOT NULL,           -- among the body's papers of this root, from 1
  number     INTEGER NOT NULL,           -- in its register of outgoing papers
  issued     INTEGER NOT NULL,           -- tick
  implements INTEGER REFERENCES document (id),          -- the paper that it passes on
  addressees INTEGER NOT NULL,
  form       INTEGER NOT NULL            -- 0 its own document, 1 a cover letter, 2 a copied text
);

-- Reports that were sent: consolidated, prompt, periodic, flash.
CREATE TABLE report (
  id       INTEGER PRIMARY KEY REFERENCES entry (id),   -- the entry by which it left
  root     INTEGER NOT NULL REFERENCES root (id),
  body     INTEGER NOT NULL REFERENCES body (id),       -- on whose file it is
  paper    INTEGER NOT NULL REFERENCES paper (id),
  number   INTEGER NOT NULL,             -- which periodic or flash report, or the assignment of a prompt one; else 0
  sent     INTEGER NOT NULL,             -- tick
  arrived  INTEGER,                      -- tick
  receiver INTEGER REFERENCES body (id),
  arrival  INTEGER REFERENCES entry (id),
  counted  INTEGER,                      -- bodies that it counts, the sender included
  known    INTEGER,                      -- of them: complied, as the sender knew
  claimed  INTEGER                       -- of them: complied, as it says
);

-- How far each body has got with each directive, at the end of the run. Ticks, as docs/measures.md defines them.
CREATE TABLE dossier (
  root           INTEGER NOT NULL REFERENCES root (id),
  body           INTEGER NOT NULL REFERENCES body (id),
  addressed      INTEGER NOT NULL,       -- 1: the directive must reach it
  state          INTEGER NOT NULL REFERENCES progress (id),
  paper_from     INTEGER REFERENCES body (id),
  sent           INTEGER,
  arrived        INTEGER,
  registered     INTEGER,
  handled        INTEGER,                -- assigned
  issued         INTEGER,                -- its own implementing paper
  work_ended     INTEGER,
  complied       INTEGER,
  closed         INTEGER,
  by_cut_off     INTEGER NOT NULL,       -- 1: the cut-off closed it
  report_arrived INTEGER,
  content        INTEGER NOT NULL,       -- share of the content that its first paper brought, in millionths
  own            INTEGER NOT NULL,       -- assignments that are its own to carry out
  done           INTEGER NOT NULL,       -- of them: in full
  done_late      INTEGER NOT NULL,       -- of these: after they were due
  partly         INTEGER NOT NULL,
  ignored        INTEGER NOT NULL,
  stalled        INTEGER NOT NULL,       -- laid aside now
  reported_bodies   INTEGER NOT NULL,    -- counted in the reports that it has received
  reported_complied INTEGER NOT NULL,
  reminders      INTEGER NOT NULL,
  inspections    INTEGER NOT NULL,
  resumed        INTEGER NOT NULL,
  PRIMARY KEY (root, body)
) WITHOUT ROWID;

-- Assignments by the bodies that have them to carry out, reached or not.
CREATE TABLE own_assignment (
  root    INTEGER NOT NULL REFERENCES root (id),
  body    INTEGER NOT NULL REFERENCES body (id),
  item    INTEGER NOT NULL,
  due     INTEGER,                       -- tick, by the papers that the body has
  ended   INTEGER,                       -- tick: carried out in full
  state   TEXT NOT NULL,                 -- done-on-time, done-late, in-term, overdue
  outcome INTEGER REFERENCES outcome (id), -- what else has become of it
  PRIMARY KEY (root, body, item),
  FOREIGN KEY (root, item) REFERENCES assignment (root, item)
) WITHOUT ROWID;

-- Every change of a body's state with a directive.
CREATE TABLE state_change (
  entry INTEGER NOT NULL REFERENCES entry (id),         -- which brought it about
  root  INTEGER NOT NULL REFERENCES root (id),
  body  INTEGER NOT NULL REFERENCES body (id),
  at    INTEGER NOT NULL,                -- tick
  state INTEGER NOT NULL REFERENCES progress (id)
);

--# indices

CREATE UNIQUE INDEX body_key ON body (key);
CREATE UNIQUE INDEX root_key ON root (type, key);
CREATE INDEX body_superior ON body (superior);
CREATE INDEX dossier_body ON dossier (body);
CREATE INDEX document_body ON document (body, root);
CREATE INDEX document_implements ON document (implements);
CREATE INDEX report_body ON report (body, root);
CREATE INDEX report_receiver ON report (receiver);

--# views

-- The moment of tick 0 in seconds since 1970, as if local time were UTC: what the views add minutes to.
CREATE VIEW start AS SELECT value AS seconds FROM run WHERE key = 'start_seconds';

CREATE VIEW bodies AS
SELECT b.id, b.key AS body, b.name, k.key AS kind, l.key AS level, k.line, s.key AS superior,
       o.clerks, o.leaders, o.staff, b.last_entry - b.first_entry + 1 AS entries,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + b.dissolved * 60, 'unixepoch') AS dissolved
FROM body b
LEFT JOIN kind k ON k.id = b.kind
LEFT JOIN level l ON l.id = b.level
LEFT JOIN body s ON s.id = b.superior
LEFT JOIN office o ON o.id = b.office
WHERE b.id > 0;

CREATE VIEW directives AS
SELECT d.root AS id, r.key AS directive, d.symbol, d.title, b.key AS issuer, d.issued AS issued_tick,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.issued * 60, 'unixepoch') AS issued,
       d.urgency, d.addressed
FROM directive d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.issuer;

-- The journal in words. Order it by at, body_id, sequence to have it as it was written.
CREATE VIEW journal AS
SELECT e.id, strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS time,
       b.key AS body, e.sequence, a.key AS activity, r.key AS about, m.key AS assignment, e.route,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.started * 60, 'unixepoch') AS started,
       c.body AS cause_body_id, c.sequence AS cause_sequence, o.key AS other, e.at, e.body AS body_id, e.cause
FROM entry e
JOIN body b ON b.id = e.body
JOIN activity a ON a.id = e.activity
LEFT JOIN root r ON r.id = e.root
LEFT JOIN entry c ON c.id = e.cause
LEFT JOIN body o ON o.id = e.other
LEFT JOIN assignment m ON m.root = e.root AND m.item = e.item
      AND e.kind IN (3, 5, 6, 7, 11, 13, 14, 15, 27, 32, 33, 34, 36, 37, 38, 39, 43, 63, 64, 65, 70, 71, 72);

-- What the handling of a paper came to: one row a step that ended.
CREATE VIEW steps AS
SELECT e.id, b.key AS body, b.name, l.key AS level, r.key AS directive, a.key AS step, p.key AS post, e.server,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.enabled * 60, 'unixepoch') AS enabled,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.started * 60, 'unixepoch') AS started,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS ended,
       e.started - e.enabled AS waited, e.at - e.started AS lasted, e.in_hours, e.worked
FROM entry e
JOIN body b ON b.id = e.body
LEFT JOIN level l ON l.id = b.level
JOIN activity a ON a.id = e.activity
LEFT JOIN root r ON r.id = e.root
LEFT JOIN post p ON p.id = e.post
WHERE e.kind = 3;

CREATE VIEW waits AS
SELECT b.key AS body, b.name, l.key AS level, r.key AS directive, a.key AS activity, n.key AS reason, w.minutes,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.enabled * 60, 'unixepoch') AS since,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS until, w.entry
FROM wait w
JOIN reason n ON n.id = w.reason
JOIN entry e ON e.id = w.entry
JOIN body b ON b.id = e.body
LEFT JOIN level l ON l.id = b.level
JOIN activity a ON a.id = e.activity
LEFT JOIN root r ON r.id = e.root;

-- How long after the directive was issued each addressed body was reached, and so on. Elapsed minutes.
CREATE VIEW delays AS
SELECT r.key AS directive, b.key AS body, b.name, l.key AS level, k.key AS kind, k.line, g.key AS state,
       d.arrived - v.issued AS to_reach, d.registered - v.issued AS to_register, d.handled - v.issued AS to_assign,
       d.issued - v.issued AS to_relay, d.complied - v.issued AS to_comply, d.report_arrived - v.issued AS to_report,
       d.arrived - d.sent AS travelled, d.registered - d.arrived AS unregistered,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.arrived * 60, 'unixepoch') AS arrived,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.registered * 60, 'unixepoch') AS registered,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.complied * 60, 'unixepoch') AS complied,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.report_arrived * 60, 'unixepoch') AS reported
FROM dossier d
JOIN directive v ON v.root = d.root
JOIN root r ON r.id = d.root
JOIN body b ON b.id = d.body
JOIN level l ON l.id = b.level
JOIN kind k ON k.id = b.kind
JOIN progress g ON g.id = d.state
WHERE d.addressed = 1;

CREATE VIEW documents AS
SELECT d.id, r.key AS directive, b.key AS body, b.name, d.ordinal, d.number, d.addressees, d.implements,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + d.issued * 60, 'unixepoch') AS issued
FROM document d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body;

-- Each paper by each body that it came to.
CREATE VIEW deliveries AS
SELECT e.document, r.key AS directive, f.key AS sender, b.key AS body, b.name, l.key AS level, e.route,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.started * 60, 'unixepoch') AS sent,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS arrived,
       e.at - e.started AS travelled, e.id AS entry
FROM entry e
JOIN document d ON d.id = e.document
JOIN root r ON r.id = d.root
JOIN body f ON f.id = d.body
JOIN body b ON b.id = e.body
JOIN level l ON l.id = b.level
WHERE e.kind = 2 AND e.what IN (2, 3);

CREATE VIEW reports AS
SELECT p.id, r.key AS directive, b.key AS body, b.name, l.key AS level, c.key AS paper, p.number, v.key AS receiver,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + p.sent * 60, 'unixepoch') AS sent,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + p.arrived * 60, 'unixepoch') AS arrived,
       p.counted, p.known, p.claimed
FROM report p
JOIN root r ON r.id = p.root
JOIN body b ON b.id = p.body
JOIN level l ON l.id = b.level
JOIN paper c ON c.id = p.paper
LEFT JOIN body v ON v.id = p.receiver;

CREATE VIEW assignments AS
SELECT r.key AS directive, m.key AS assignment, m.does, b.key AS body, b.name, l.key AS level, o.state, c.key AS outcome,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + o.due * 60, 'unixepoch') AS due,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + o.ended * 60, 'unixepoch') AS ended,
       o.ended - o.due AS late_by
FROM own_assignment o
JOIN assignment m ON m.root = o.root AND m.item = o.item
JOIN root r ON r.id = o.root
JOIN body b ON b.id = o.body
JOIN level l ON l.id = b.level
LEFT JOIN outcome c ON c.id = o.outcome;

CREATE VIEW states AS
SELECT r.key AS directive, b.key AS body, b.name, l.key AS level, g.key AS state,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + s.at * 60, 'unixepoch') AS since, s.at, s.entry
FROM state_change s
JOIN root r ON r.id = s.root
JOIN body b ON b.id = s.body
JOIN level l ON l.id = b.level
JOIN progress g ON g.id = s.state;

-- Who had what in hand, and who was away: one row a stretch, an absence without a directive.
CREATE VIEW occupancy AS
SELECT b.key AS body, b.name, l.key AS level, p.key AS post, e.server, r.key AS directive, a.key AS activity,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.started * 60, 'unixepoch') AS since,
       strftime('%Y-%m-%dT%H:%M', (SELECT seconds FROM start) + e.at * 60, 'unixepoch') AS until,
       e.at - e.started AS minutes, e.worked, e.id AS entry
FROM entry e
JOIN body b ON b.id = e.body
LEFT JOIN level l ON l.id = b.level
JOIN activity a ON a.id = e.activity
JOIN post p ON p.id = e.post
LEFT JOIN root r ON r.id = e.root
WHERE e.kind IN (3, 29, 43);
