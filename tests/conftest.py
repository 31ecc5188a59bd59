"""What all tests share; pytest puts this folder on the path, so that tests can import its helpers."""
