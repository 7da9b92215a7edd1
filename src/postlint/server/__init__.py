"""The warm server: rules and grammar kept in memory, for whoever checks post after post.

The only module that opens a socket, and never to another machine: a Unix
socket in a folder that only the user can enter; on Windows, which has none, a
port of the loopback address with a secret in a file of the user's.

    status = client.ask(sys.argv)       # None: nobody answered, run it yourself

`place`, `wire`, `request` and `client` are what every start of the command pays
for: they import next to nothing. `unix` and `loopback` are the two servers;
both run the very same command line that a direct run does.
"""

from __future__ import annotations
