"""Opens a file of every format in the real window and lists what it is connected to; fails if that is anything but the display and the
buses of the desktop.

Called inside a D-Bus session with a display: check_network.py PROGRAM FILE…
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 180

# Where a program of the desktop may go: the display, its session bus, the bus of screen readers.
DISPLAY = re.compile(r"X11-unix/X\d+|wayland-\d+")
BUS = re.compile(r"dbus|/bus\b|at-spi")
CALL = re.compile(r"\b(socket|connect|bind|sendto|sendmsg|sendmmsg)\((.*)\)\s+= (-?\d+)(.*)$")


def is_allowed(name, arguments):
    """Sockets of the machine itself, to the display or to a bus; no name of a family that leads out of it."""
    if re.search(r"AF_(?!UNIX|LOCAL)\w+", arguments):
        return False
    if name == "connect":
        return bool(DISPLAY.search(arguments) or BUS.search(arguments))
    return name != "bind"


def state(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (FileNotFoundError, json.JSONDecodeError):
        return {}


def wait_for_files(path, n_files, process):
    """Until there is a tab for each file, and nothing left to read."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        now = state(path)
        if now.get("n_tabs") == n_files and now.get("article") and not now.get("reading"):
            return
        if process.poll() is not None:
            sys.exit(f"the window has gone with code {process.returncode}")
        time.sleep(0.3)
    now = {key: state(path).get(key) for key in ["article", "reading", "n_tabs", "n_messages"]}
    sys.exit(f"not all files came up: {now}")


def end_children_of(process):
    with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
        for child in file.read().split():
            os.kill(int(child), signal.SIGTERM)


def watch(program, files, folder):
    """What the program asked of the network while it had these files open."""
    log = os.path.join(folder, "calls.txt")
    state_file = os.path.join(folder, "state.json")
    environment = dict(
        os.environ,
        LIBGL_ALWAYS_SOFTWARE="1",
        # Mesa asks the system's service for names (nscd) where a cache for shaders would lie.
        MESA_SHADER_CACHE_DISABLE="true",
        WORTLAUT_STATE_FILE=state_file,
        XDG_CONFIG_HOME=os.path.join(folder, "config"),
        XDG_DATA_HOME=os.path.join(folder, "data"),
    )
    strace = ["strace", "-f", "-qq", "-s", "200", "-e", "trace=network", "-e", "signal=none", "-o", log]
    process = subprocess.Popen([*strace, program, *files], env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for_files(state_file, len(files), process)
        # What is fetched only when somebody looks.
        time.sleep(2)
    finally:
        # While it writes into a file, strace itself cannot be asked to end.
        end_children_of(process)
        process.wait()
    with open(log, encoding="utf-8", errors="replace") as file:
        return [match.groups() for match in map(CALL.search, file) if match]


def main():
    program, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        # Copies, so that nothing is written beside the samples.
        copies = []
        for index, file in enumerate(files):
            inner = os.path.join(folder, str(index))
            os.mkdir(inner)
            copies.append(shutil.copy(file, inner))
        calls = watch(os.path.abspath(program), copies, folder)
    connected = sorted({arguments for name, arguments, _, _ in calls if name == "connect"})
    for arguments in connected:
        print(f"  connect({arguments})")
    wrong = sorted({f"{name}({arguments})" for name, arguments, *_ in calls if not is_allowed(name, arguments)})
    endings = sorted({os.path.splitext(file)[1] for file in files})
    if not connected:
        sys.exit("no connection was seen, not even to the display: is strace allowed?")
    if wrong:
        sys.exit("\n".join(["leads out of the machine:", *wrong]))
    print(f"{len(files)} files ({' '.join(endings)}): nothing but the display and the buses")


if __name__ == "__main__":
    main()
