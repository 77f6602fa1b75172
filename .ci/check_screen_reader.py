"""Looks at the real window as a screen reader does, through AT-SPI, and fails where something has no name.

Called inside a D-Bus session with a display: check_screen_reader.py PROGRAM ARTICLE. The article is the first example.
"""

import collections
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 90
INTERACTIVE = {"link", "list item", "check box", "push button", "toggle button", "page tab", "combo box", "entry"}


def switch_on():
    """Says that somebody listens; programs build the tree only then."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ["IsEnabled", "ScreenReaderEnabled"]:
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, -1, None
        )


def nodes(node):
    yield node.get_role_name(), node.get_name() or ""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from nodes(child)


def seen(process):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_process_id() == process.pid:
            return list(nodes(program))
    return []


def problems(tree):
    roles = collections.Counter(role for role, _ in tree)
    found = [f"{n} of {role} without a name" for role, n in nameless(tree).items()]
    for role, least in {"link": 20, "list item": 15, "check box": 10, "page tab": 3, "heading": 2, "paragraph": 2}.items():
        if roles[role] < least:
            found.append(f"{roles[role]} of {role}, at least {least} were expected")
    for part in ["Person, Hanna Petersdorff, ", "Aussage, direkt, Hanna Petersdorff"]:
        if not any(name.startswith(part) for _, name in tree):
            found.append(f"nothing is called {part!r}")
    return found


def nameless(tree):
    return collections.Counter(role for role, name in tree if role in INTERACTIVE and not name.strip())


def main():
    program, article = sys.argv[1:]
    switch_on()
    Atspi.init()
    environment = dict(os.environ, LIBGL_ALWAYS_SOFTWARE="1", LC_ALL="de_DE.UTF-8")
    process = subprocess.Popen([program, article], env=environment)
    try:
        end = time.monotonic() + PATIENCE
        found = ["the window never came"]
        while found and time.monotonic() < end:
            time.sleep(1)
            try:
                tree = seen(process)
                found = problems(tree) if tree else found
            except GLib.Error:
                continue  # The tree changed while it was looked at.
    finally:
        process.kill()
    if found:
        sys.exit("as a screen reader sees it: " + "; ".join(found))
    print(f"as a screen reader sees it: {len(tree)} nodes, none of those to use without a name")


main()
