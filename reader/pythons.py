"""The Pythons that reader starts, and what they import from: never the current folder, which anybody may have filled.

Python puts the current folder in front of its own modules with ``-m`` and ``-c``, and wherever ``PYTHONPATH`` has an
empty place: a ``socket.py`` that lies beside an article would be run. So each of them is given this file to run,
``python -P pythons.py MODULE ARGUMENTS``, which loads the reader it belongs to and calls ``main()`` of the module.
"""

import os
import sys

_PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  (nothing is imported before the path is safe)


def command(module: str, *arguments: str) -> list[str]:
    """What starts ``main()`` of a module of this very reader, in this interpreter, off a safe path."""
    flags = {"-I": sys.flags.isolated, "-E": sys.flags.ignore_environment, "-s": sys.flags.no_user_site}
    given = [flag for flag, on in flags.items() if on]
    return [sys.executable, "-P", *given, os.path.join(_PACKAGE, "pythons.py"), module, *arguments]  # noqa: PTH118


def leave_the_folder_out() -> None:
    """Import nothing from the current folder from now on, unless it is one that things were installed to."""
    sys.path[:] = safe(sys.path)


def safe(path: list[str]) -> list[str]:
    """An import path without the current folder where that stands before Python's own modules.

    After them stands what was installed, which can be a checkout that one is in.
    """
    own = os.path.dirname(os.__file__)  # noqa: PTH120
    first = path.index(own) if own in path else len(path)
    try:
        here = os.getcwd()  # noqa: PTH109
    except OSError:  # it was removed, and there is nothing in it
        return [*filter(None, path)]
    return [
        folder
        for place, folder in enumerate(path)
        if folder and (place > first or os.path.abspath(folder) != here)  # noqa: PTH100
    ]


def _run() -> None:
    leave_the_folder_out()
    from importlib import import_module
    from importlib.util import module_from_spec, spec_from_file_location

    init = os.path.join(_PACKAGE, "__init__.py")  # noqa: PTH118
    spec = spec_from_file_location("reader", init, submodule_search_locations=[_PACKAGE])
    assert spec is not None and spec.loader is not None
    sys.modules["reader"] = reader = module_from_spec(spec)
    spec.loader.exec_module(reader)
    module, *sys.argv[1:] = sys.argv[1:]
    import_module(module).main()


if __name__ == "__main__":
    _run()
