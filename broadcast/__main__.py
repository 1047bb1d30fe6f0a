"""The command `broadcast`, and `python -m broadcast`: until it listens to signals, they end it without a traceback."""

from broadcast import stop

stop.silent()

from broadcast.cli import main  # noqa: E402 - from its first import on

if __name__ == "__main__":
    main()
