"""The restated cascade in SimPy: one process per clerk, own work, follow-up and message in transit.

    cascade_simpy.py DEPTH DIRECTIVES SEED DRAWS [SECONDS]

DRAWS is the file of draws that the C# side writes (see DrawTable.cs); SEED is only printed. Prints the
fingerprint of a run, then `cpu_ns_per_event=` for runs repeated until SECONDS of CPU time are spent
(default 1). Reading the draws and building the bodies are outside the measured time.

    cascade_simpy.py --replications DEPTH DIRECTIVES SEED DRAWS...

Plays one replication for each file of draws and prints its fingerprint, then `wall_ns_per_replication=` and
`cpu_ns_per_replication=` over all of them, from reading the draws to the end of the run.

Within a minute SimPy pops what is due by priority, so the model's order is written as priorities:
what ends by (directive, step), deliveries by (rank, sender, message number), timers by (kind,
directive), then dispatch. What takes no time ends in a later round of the same minute.
"""

import sys
import time
from array import array
from collections import deque

import simpy
from simpy.events import Event

DAY = 24 * 60
ISSUE_INTERVAL = 12 * 60
FAN_OUT = (63, None, 15, 9)

# Counters, in the order of the fingerprint.
ARRIVE, REGISTERED, ASSIGNED, DRAFTED, OWN_DONE, REPORT, REMINDER_DUE, REMINDER, CUT_OFF = range(9)

# Columns of the table of draws.
REGISTER, ASSIGN, DRAFT, OWN_WORK, TO_BODY, TO_SUPERIOR, REMINDING = range(7)
COLUMNS = 7

# Priorities: SimPy itself uses 0 and 1, within one moment, for starting and ending processes.
PLACE_BITS = 34
PHASE_BITS = 3
ENDS, DELIVERIES, TIMERS, DISPATCH = (phase << PLACE_BITS for phase in (1, 2, 3, 4))
ROUND = 1 << (PLACE_BITS + PHASE_BITS)
RANK_DIRECTIVE, RANK_REPORT, RANK_REMINDER = (DELIVERIES + (rank << 31) for rank in (0, 1, 2))
SENDER_BITS = 14

NONE, STALLED, RUNNING, DONE = range(4)


class Due(Event):
    """A Timeout whose place among what is due in its minute can be chosen."""

    def __init__(self, env, delay, priority):
        self.env = env
        self.callbacks = []
        self._value = None
        self._ok = True
        env.schedule(self, priority, delay)


class Record:
    """One directive at one body."""

    __slots__ = ("state", "reminded", "reported", "closed", "own_done", "pending", "compliance")

    def __init__(self, pending):
        self.state = NONE
        self.reminded = self.reported = self.closed = self.own_done = False
        self.pending = pending
        self.compliance = 0


class Body:
    """An office with one clerk, who registers, assigns and drafts one directive at a time."""

    def __init__(self, cascade, number, superior, height):
        self.cascade = cascade
        self.env = cascade.env
        self.number = number
        self.superior = superior
        self.height = height
        self.children = []
        self.sent = 0
        self.urgent = deque()
        self.normal = deque()
        self.idle = None

    def open(self, directives):
        self.records = [Record(len(self.children)) for _ in range(directives)]
        self.env.process(self.clerk())

    def clerk(self):
        env, counts, cascade = self.env, self.cascade.counts, self.cascade
        while True:
            if not (self.urgent or self.normal):
                self.idle = Event(env)
                yield self.idle
                round_ = 0
            arrived, directive = (self.urgent or self.normal).popleft()
            cascade.wait += env.now - arrived
            minutes = cascade.row(self, directive)
            for step in (REGISTER, ASSIGN, DRAFT):
                length = cascade.minutes[minutes + step]
                round_ = 0 if length else round_ + ROUND
                yield Due(env, length, round_ + ENDS + directive * 4 + step)
                counts[REGISTERED + step] += 1
            self.issue(directive, round_)
            if self.urgent or self.normal:  # a paper that arrives in this very minute competes
                yield Due(env, 0, round_ + DISPATCH)

    def issue(self, directive, round_):
        env, record = self.env, self.records[directive]
        for child in self.children:
            env.process(self.send_directive(child, directive))
        if self.superior and not record.reminded and self.cascade.stalls(self, directive):
            record.state = STALLED
        else:
            record.state = RUNNING
            env.process(self.own_work(directive, round_))
        if self.children:
            env.process(self.follow_up(directive))

    def own_work(self, directive, round_):
        cascade, record = self.cascade, self.records[directive]
        length = cascade.minutes[cascade.row(self, directive) + OWN_WORK]
        round_ = 0 if length else round_ + ROUND
        yield Due(self.env, length, round_ + ENDS + directive * 4 + OWN_WORK)
        cascade.counts[OWN_DONE] += 1
        record.state = DONE
        complied = cascade.complies(self, directive)
        cascade.complied += complied
        if record.closed:
            cascade.late_own_work += 1
            return
        record.own_done = True
        record.compliance += complied
        if record.pending == 0:
            self.close(directive)

    def follow_up(self, directive):
        cascade, record = self.cascade, self.records[directive]
        yield Due(self.env, self.height * 5 * DAY, TIMERS + directive)
        if record.closed:
            return
        cascade.counts[REMINDER_DUE] += 1
        for child in self.children:
            if not child.records[directive].reported:
                self.env.process(self.send_reminder(child, directive))
        yield Due(self.env, self.height * 10 * DAY, TIMERS + 16 + directive)
        if record.closed:
            return
        cascade.counts[CUT_OFF] += 1
        self.close(directive)

    def close(self, directive):
        cascade, record = self.cascade, self.records[directive]
        record.closed = True
        if self.superior:
            self.env.process(self.send_report(directive))
        else:
            cascade.root_done[directive] = self.env.now
            cascade.root_compliance += record.compliance

    def send_directive(self, child, directive):
        cascade = self.cascade
        yield self.transit(cascade.minutes[cascade.row(child, directive) + TO_BODY], RANK_DIRECTIVE)
        child.receive_directive(directive)

    def send_report(self, directive):
        cascade = self.cascade
        yield self.transit(cascade.minutes[cascade.row(self, directive) + TO_SUPERIOR], RANK_REPORT)
        self.superior.receive_report(self, directive)

    def send_reminder(self, child, directive):
        cascade = self.cascade
        yield self.transit(cascade.minutes[cascade.row(child, directive) + REMINDING], RANK_REMINDER)
        child.receive_reminder(directive)

    def transit(self, length, rank):
        message = self.sent
        self.sent += 1
        return Due(self.env, length, rank + (self.number << SENDER_BITS) + message)

    def receive_directive(self, directive):
        self.cascade.counts[ARRIVE] += 1
        queue = self.urgent if directive % 3 == 2 else self.normal
        queue.append((self.env.now, directive))
        if self.idle is not None:
            idle, self.idle = self.idle, None
            idle._ok, idle._value = True, None
            self.env.schedule(idle, DISPATCH)

    def receive_report(self, child, directive):
        cascade, record, reported = self.cascade, self.records[directive], child.records[directive]
        cascade.counts[REPORT] += 1
        reported.reported = True
        if record.closed:
            cascade.late_reports += 1
            return
        record.pending -= 1
        record.compliance += reported.compliance
        if record.pending == 0 and record.own_done:
            self.close(directive)

    def receive_reminder(self, directive):
        record = self.records[directive]
        self.cascade.counts[REMINDER] += 1
        if record.state == STALLED:
            record.state = RUNNING
            self.cascade.unstalled += 1
            self.env.process(self.own_work(directive, 0))
        elif record.state == NONE:
            record.reminded = True


class Cascade:
    """A run: the tree, the draws, the counts."""

    def __init__(self, depth, directives, minutes, outcomes):
        self.env = simpy.Environment()
        self.directives = directives
        self.minutes = minutes
        self.outcomes = outcomes
        self.counts = [0] * 9
        self.wait = self.complied = self.root_compliance = 0
        self.late_reports = self.late_own_work = self.unstalled = 0
        self.root_done = [0] * directives
        self.bodies = self.build(depth)
        for body in self.bodies:
            body.open(directives)
        for directive in range(directives):
            self.env.process(self.start(directive))

    def build(self, depth):
        bodies = [Body(self, 0, None, depth)]
        level = bodies[:]
        for fan_out in FAN_OUT[:depth]:
            below = []
            for place, superior in enumerate(level):
                for _ in range(fan_out or (12 if place < 12 else 11)):
                    number = len(bodies) + len(below)
                    child = Body(self, number, superior, superior.height - 1)
                    superior.children.append(child)
                    below.append(child)
            bodies += below
            level = below
        return bodies

    def start(self, directive):
        yield Due(self.env, directive * ISSUE_INTERVAL + 1, RANK_DIRECTIVE)
        self.bodies[0].receive_directive(directive)

    def row(self, body, directive):
        return (body.number * self.directives + directive) * COLUMNS

    def complies(self, body, directive):
        return self.outcomes[(body.number * self.directives + directive) * 2]

    def stalls(self, body, directive):
        return self.outcomes[(body.number * self.directives + directive) * 2 + 1]

    def fingerprint(self, depth, seed):
        never = sum(record.state != DONE for body in self.bodies for record in body.records)
        counts = ",".join(map(str, self.counts))
        root = ",".join(map(str, self.root_done))
        return (
            f"RF d={depth} K={self.directives} seed={seed} ev={sum(self.counts)} c={counts}"
            f" wait={self.wait} comp={self.complied} rootc={self.root_compliance} root={root}"
            f" lr={self.late_reports} lt={self.late_own_work} dc={self.counts[CUT_OFF]}"
            f" us={self.unstalled} st={never}"
        )


def read_draws(path, directives):
    """The table of minutes and the bytes of outcomes: 28 and 2 bytes per body and directive."""
    with open(path, "rb") as file:
        data = file.read()
    records = len(data) // (COLUMNS * 4 + 2)
    if records * (COLUMNS * 4 + 2) != len(data) or records % directives:
        sys.exit(f"{path}: {len(data)} bytes are not a table of draws for {directives} directives.")
    minutes = array("i", data[: records * COLUMNS * 4])
    if sys.byteorder == "big":
        minutes.byteswap()
    return minutes, data[records * COLUMNS * 4 :]


def main(depth, directives, seed, path, seconds="1"):
    minutes, outcomes = read_draws(path, int(directives))
    spent, events, line = 0, 0, None
    while line is None or spent < float(seconds) * 1e9:
        cascade = Cascade(int(depth), int(directives), minutes, outcomes)
        start = time.process_time_ns()
        cascade.env.run()
        spent += time.process_time_ns() - start
        events += sum(cascade.counts)
        line = line or cascade.fingerprint(depth, seed)
    print(line)
    print(f"cpu_ns_per_event={spent / events:.1f}")


def replications(depth, directives, seed, *paths):
    lines = []
    start, cpu = time.perf_counter_ns(), time.process_time_ns()
    for path in paths:
        minutes, outcomes = read_draws(path, int(directives))
        cascade = Cascade(int(depth), int(directives), minutes, outcomes)
        cascade.env.run()
        lines.append(cascade.fingerprint(depth, seed))
    spent, cpu = time.perf_counter_ns() - start, time.process_time_ns() - cpu
    print("\n".join(lines))
    print(f"wall_ns_per_replication={spent / len(paths):.1f}")
    print(f"cpu_ns_per_replication={cpu / len(paths):.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--replications"] and len(sys.argv) >= 6:
        replications(*sys.argv[2:])
        sys.exit()
    if not 5 <= len(sys.argv) <= 6:
        sys.exit("usage: cascade_simpy.py DEPTH DIRECTIVES SEED DRAWS [SECONDS]")
    main(*sys.argv[1:])
