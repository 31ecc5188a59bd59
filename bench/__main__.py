"""Print every figure that the project measures: ``make bench``."""

import platform

from bench import accuracy, data, gazetteer, long_document, page, peers, results, sizes, whole_process
from bench.material import find_report


def main() -> None:
    """Run the benchmarks one after the other."""
    print(f"machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    report = find_report()
    sizes.measure()
    gazetteer.measure()
    whole_process.measure(report)
    long_document.measure(report)
    data.measure(list(data.PARTS))
    results.write_pages(page.measure())
    results.write_results(*accuracy.measure(), peers.measure())


if __name__ == "__main__":
    main()
