#!/usr/bin/env python3
"""Reads the same files with Zhitu, docutils and pandoc, one after the other, and prints how many times faster Zhitu is.

    benchmarks/reading.py FOLDER... [--rounds 5] [--warm 50]

Of the folders, all files ending in .rst and .md are read. Each program is one process with one thread and warm: docutils and
Zhitu read all files of a kind again and again, pandoc all of them in one process from the page cache. Counted is processor
time, the median of the rounds; for Zhitu with garbage collection and compilation, after the warm-up rounds. docutils and Zhitu stop at the
document model; pandoc cannot, and writes its own as JSON to nowhere. Needs Python 3 with docutils, pandoc, and a built Zhitu.
"""
import argparse
import glob
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
FORMATS = {".rst": "rst", ".md": "markdown"}


def java():
    """Returns a Java 21 or later."""
    homes = [os.environ.get(name, "") for name in ("ZHITU_JAVA", "JAVA_HOME")] + sorted(glob.glob("/usr/lib/jvm/*"), reverse=True)
    for program in [os.path.join(home, "bin", "java") for home in homes if home] + ["java"]:
        try:
            told = subprocess.run([program, "-version"], capture_output=True, text=True).stderr
        except OSError:
            continue
        if int(told.split('"')[1].split(".")[0].split("-")[0]) >= 21:
            return program
    sys.exit("there is no Java 21 or later: set ZHITU_JAVA to the folder of one")


def zhitu(what, files, given):
    """Returns the processor seconds of each round after the warm-up."""
    with tempfile.NamedTemporaryFile("w", suffix=".list") as listed:
        listed.write("\n".join(map(str, files)))
        listed.flush()
        classes = os.pathsep.join([str(HOME / "benchmarks/target/classes"), str(HOME / "server/target/program/lib/*")])
        command = [java(), "-cp", classes, "org.zhitu.benchmarks.ReadingSpeed", what, str(given.warm + given.rounds), listed.name]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        return [float(line.split()[1]) for line in done.stdout.splitlines()[given.warm :]]


def docutils(files, given):
    """The same for docutils, with directives and roles that it does not know taken as plain text: Sphinx has many."""
    from docutils import nodes
    from docutils.core import publish_doctree
    from docutils.parsers.rst import Directive, directives, roles

    class Unknown(Directive):
        optional_arguments, final_argument_whitespace, has_content = 100, True, True

        def run(self):
            inner = nodes.container()
            self.state.nested_parse(self.content, self.content_offset, inner)
            return [inner]

    def role(name, rawtext, text, line, inliner, options=None, content=None):
        return [nodes.literal(rawtext, text)], []

    known_directive, known_role = directives.directive, roles.role

    def directive_or_unknown(name, language, document):
        found, messages = known_directive(name, language, document)
        return (found, messages) if found else (Unknown, [])

    def role_or_unknown(name, language, line, reporter):
        found, messages = known_role(name, language, line, reporter)
        return (found, messages) if found else (role, [])

    directives.directive, roles.role = directive_or_unknown, role_or_unknown
    settings = {"report_level": 5, "halt_level": 6, "file_insertion_enabled": False, "raw_enabled": False, "_disable_config": True}
    texts = [(str(file), file.read_text("utf-8-sig")) for file in files]
    seconds = []
    for turn in range(given.peer_rounds + 1):
        before = time.process_time()
        for name, text in texts[: len(texts) if turn else 20]:
            publish_doctree(text, source_path=name, settings_overrides=settings)
        if turn:
            seconds.append(time.process_time() - before)
    return seconds


def pandoc(form, files, given):
    """The same for pandoc."""
    seconds = []
    for _ in range(given.peer_rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["pandoc", "--file-scope", "-f", form, "-t", "json", "-o", os.devnull, *files], check=True, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return seconds


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--warm", type=int, default=50, help="rounds before those that count")
    options.add_argument("--peer-rounds", type=int, default=3, help="rounds of docutils and pandoc")
    given = options.parse_args()
    if not (HOME / "server/target/program/lib").is_dir() or not (HOME / "benchmarks/target/classes").is_dir():
        sys.exit("build first: ./zhitu --version")
    for suffix, form in FORMATS.items():
        files = sorted(file for folder in given.folders for file in folder.rglob("*" + suffix) if file.stat().st_size)
        if not files:
            continue
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"{form}: {len(files)} files, {size:.2f} MB", flush=True)
        rates = {}
        runs = {
            "zhitu, reading": lambda: zhitu("read", files, given),
            "zhitu, to triples": lambda: zhitu("extract", files, given),
            "pandoc": lambda: pandoc(form, files, given),
        }
        if form == "rst":
            runs["docutils"] = lambda: docutils(files, given)
        for name, run in runs.items():
            seconds = run()
            rates[name] = size / statistics.median(seconds)
            spread = f"{min(seconds):.2f} to {max(seconds):.2f} s"
            print(f"  {name:18} {rates[name]:8.3f} MB/s   {spread}", flush=True)
        for peer in ("docutils", "pandoc"):
            if peer in rates:
                for own in ("zhitu, reading", "zhitu, to triples"):
                    print(f"  {own} / {peer}: {rates[own] / rates[peer]:.1f}", flush=True)


if __name__ == "__main__":
    main()
