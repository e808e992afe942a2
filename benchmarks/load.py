#!/usr/bin/env python3
"""Loads many generated notes in one run and tells how fast that was, in how much memory.

    benchmarks/load.py [--notes 10000] [--heap 512m] [--keep FOLDER]

The notes are the same on every machine: Chinese and English, reStructuredText and Markdown, about 3 KB each, about concepts
of the curated scheme. Printed are notes a second, the peak of the resident memory, and what became of a second load that
finds nothing to do. Needs Python 3 and what ./zhitu needs.
"""
import argparse
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
SCHEME = HOME / "ontology/src/main/resources/org/zhitu/ontology/scheme"

SENTENCES = {
    "zh": [
        "{a}是{b}的一种变体，训练时更稳定。", "{a}基于{b}，但是计算量更小。", "先学{b}，再学{a}会容易很多。",
        "在小数据集上，{a}通常不如{b}。", "{a}把输入映射到一个低维空间，然后再做归一化。", "很多论文把{a}和{b}放在一起比较。",
        "实践中学习率设为 3e-4，批大小设为 {n}，训练 {m} 轮。", "这一步的复杂度是 O(n^2)，所以长文本要截断。",
        "如果损失不下降，先检查数据，再检查{a}的初始化。", "{a}由{b}和一个线性层组成。",
        "这里还不太明白，回头再看一遍第三章。", "老师在课上画了一张图，我照着重新画了一遍。", "这一点在考试里经常出现，要记住。",
        "昨天的作业用到了这个结论，结果比预想的好。", "推导的时候注意下标从零开始。",
    ],
    "en": [
        "{a} is a variant of {b} that trains more stably.", "{a} builds on {b} but needs less memory.",
        "Learn {b} first; {a} is much easier afterwards.", "On small data {a} is usually worse than {b}.",
        "Unlike {b}, {a} keeps the order of the words.", "Many papers compare {a} with {b} on the same test set.",
        "A learning rate of 3e-4, batches of {n} and {m} epochs were enough here.",
        "The cost grows with the square of the length, so long texts have to be cut.",
        "When the loss does not fall, look at the data first and at the initialisation second.",
        "{a} uses {b} to weigh the parts of the input.",
        "I did not get this at first; read chapter three again.", "The picture from the lecture helps to see why.",
        "This comes up in every exam, so remember it.", "In the homework it worked better than expected.",
        "Mind that the indices start at zero in the derivation.",
    ],
}
QUESTIONS = {
    "zh": ["{a}和{b}有什么区别？", "为什么{a}需要{b}？", "{a}的计算复杂度是多少？", "如何在实践中训练{a}？", "{a}解决了什么问题？"],
    "en": ["What is the difference between {a} and {b}?", "Why does {a} need {b}?", "What does {a} cost?",
           "How do you train {a} in practice?", "Which problem does {a} solve?"],
}
TITLES = {"zh": ["学习笔记", "面试题整理", "读书笔记", "课程小结"], "en": ["notes", "interview questions", "summary", "reading log"]}
SECTIONS = {"zh": ["基本思想", "公式与推导", "常见问题", "参考资料"], "en": ["The idea", "In formulas", "Questions", "Reading"]}


class Dice:
    """Numbers that look like chance and are the same everywhere: a linear congruential generator."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 12345

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def of(self, values):
        return values[self.below(len(values))]


def concepts():
    """Returns the names of the scheme's concepts, in its order, by language."""
    names = {"zh": [], "en": []}
    for file in sorted(SCHEME.glob("*.ttl")):
        for english, chinese in re.findall(r'prefLabel "([^"]+)"@en\s*,\s*"([^"]+)"@zh', file.read_text("utf-8")):
            names["en"].append(english)
            names["zh"].append(chinese)
    return names


def note(number, names):
    """Returns the name and the text of a note."""
    dice = Dice(number)
    language = "zh" if number % 2 == 0 else "en"
    markdown = number % 4 < 2
    topics = [dice.of(names[language]) for _ in range(8)]
    glue = "" if language == "zh" else " "

    def heading(text, level):
        if markdown:
            return "#" * level + " " + text + "\n\n"
        width = sum(2 if ord(c) > 0x2E80 else 1 for c in text)
        return text + "\n" + "=-~"[level - 1] * width + "\n\n"

    def words(template):
        return template.format(a=dice.of(topics), b=dice.of(topics), n=16 << dice.below(5), m=3 + dice.below(40))

    def paragraph():
        return glue.join(words(dice.of(SENTENCES[language])) for _ in range(2 + dice.below(3))) + "\n\n"

    def link(text, address):
        return f"[{text}]({address})" if markdown else f"`{text} <{address}>`__"

    parts = [heading(topics[0] + " " + dice.of(TITLES[language]), 1), paragraph()]
    parts.append("".join(f"- {topic}\n" for topic in topics[1:6]) + "\n")
    for title in SECTIONS[language][:2]:
        parts += [heading(title, 2), paragraph(), paragraph()]
        address = f"../images/{number % 50}-{dice.below(20)}.png"
        parts.append(f"![{topics[1]}]({address})\n\n" if markdown else f".. image:: {address}\n\n")
    parts.append(heading(SECTIONS[language][2], 2))
    for _ in range(5):
        parts += [heading(words(dice.of(QUESTIONS[language])), 3), paragraph()]
    parts.append(heading(SECTIONS[language][3], 2))
    for _ in range(4):
        paper = dice.below(4000)
        address = f"https://papers.example/{paper}" if paper % 3 else f"https://arxiv.org/abs/2001.{paper:05d}"
        parts.append("- " + link(f"{dice.of(topics)} {paper}", address) + "\n")
    suffix = "md" if markdown else "rst"
    return f"{language}/{number % 100:02d}/note-{number:05d}.{suffix}", "".join(parts)


def write_notes(folder, count):
    """Writes so many notes below a folder and returns their size in bytes."""
    names = concepts()
    for number in range(count):
        path, text = note(number, names)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def load(notes, data, heap):
    """Loads and returns the seconds, the peak of the resident memory in MB, and what was printed."""
    environment = dict(os.environ, ZHITU_JAVA_OPTS=f"-Xmx{heap}", LC_ALL="C.UTF-8")
    before = time.monotonic()
    done = subprocess.run([HOME / "zhitu", "load", notes, "--data", data], env=environment, capture_output=True, text=True)
    seconds = time.monotonic() - before
    if done.returncode != 0:
        sys.exit(f"the load failed with {done.returncode}:\n{done.stderr[-4000:]}")
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, done.stdout.strip().splitlines()[-2:]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--notes", type=int, default=10000)
    options.add_argument("--heap", default="512m", help="most memory of the Java heap")
    options.add_argument("--keep", type=pathlib.Path, help="a folder for notes and store; else they are deleted")
    given = options.parse_args()
    subprocess.run([HOME / "zhitu", "--version"], check=True, capture_output=True)
    folder = given.keep or pathlib.Path(tempfile.mkdtemp(prefix="zhitu-load-"))
    try:
        size = write_notes(folder / "notes", given.notes)
        print(f"{given.notes} notes, {size / 1e6:.1f} MB")
        for what in ("first load", "again"):
            seconds, peak, lines = load(folder / "notes", folder / "data", given.heap)
            print(f"{what}: {seconds:.1f} s, {given.notes / seconds:.0f} notes/s, resident at most {peak:.0f} MB, heap {given.heap}")
            print("    " + "\n    ".join(lines))
        stored = sum(file.stat().st_blocks * 512 for file in (folder / "data").rglob("*") if file.is_file())
        print(f"store: {stored / 1e6:.0f} MB on disk")
    finally:
        if not given.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
