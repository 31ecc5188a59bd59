"""Speed and size, measured side by side on one machine in one run."""
