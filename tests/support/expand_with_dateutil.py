"""Reads {"dtstart","rrule","to","limit"} line by line and writes what python3-dateutil makes of each: a list of instants, or an error's name."""
import itertools
import json
import sys
import warnings
from datetime import datetime, timezone

from dateutil import rrule as dateutil_rrule

warnings.simplefilter("ignore")


class Past(Exception):
    """The search has come to the end of the window."""


end = None


def stop_at_the_end(name):
    """Where nothing matches, dateutil would look on up to the year 9999, second by second if the rule says so."""
    original = getattr(dateutil_rrule._iterinfo, name)

    def days(self, year, month, day):
        if (year, month, day) > (end.year, end.month, end.day):
            raise Past
        return original(self, year, month, day)

    setattr(dateutil_rrule._iterinfo, name, days)


for name in ("ydayset", "mdayset", "wdayset", "ddayset"):
    stop_at_the_end(name)


def instant(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)


def expand(case):
    global end
    end = instant(case["to"])
    times = []
    try:
        for time in itertools.islice(dateutil_rrule.rrulestr(case["rrule"], dtstart=instant(case["dtstart"])), case["limit"]):
            if time >= end:
                break
            times.append(time.strftime("%Y-%m-%dT%H:%M:%SZ"))
    except Past:
        pass
    return times


for line in sys.stdin:
    try:
        print(json.dumps(expand(json.loads(line))))
    except (ValueError, IndexError) as error:
        print(json.dumps([] if "empty set" in str(error) else f"{type(error).__name__}: {error}"))
