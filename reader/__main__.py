"""``python -m reader``; with ``-P`` before it, Python itself looks for nothing in the current folder either."""

from reader.cli import main

if __name__ == "__main__":
    main()
