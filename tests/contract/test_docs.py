"""The docs say what the code does."""

import importlib.util


def test_the_page_of_commands_is_up_to_date(root):
    spec = importlib.util.spec_from_file_location("commands", root / "docs" / "commands.py")
    commands = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(commands)
    page = commands.PAGE.read_text(encoding="utf-8")
    assert page == commands.describe_commands(), "run python docs/commands.py"
