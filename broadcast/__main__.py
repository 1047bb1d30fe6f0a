"""Run `python -m broadcast` as the command."""

from broadcast.cli import main

if __name__ == "__main__":
    main()
