"""What ``speed.py`` measures with: processes timed in turn, peers, scenarios, the page."""
