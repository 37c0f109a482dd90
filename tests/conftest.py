"""What all tests share: one time zone, since pictures and sentences show the hour of the machine they run on."""

import os
import time

os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):  # Windows has none, and shows its own hour
    time.tzset()
