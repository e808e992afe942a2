#!/usr/bin/env python3
"""Plans study paths with Zhitu and with networkx on one generated graph, in one run.

    benchmarks/path/path_bench.py [concepts=1000000] [goals=20]

The graph: concept i needs up to six concepts with lower numbers, mostly near by, within a topic of 250, now and then one of
the foundations of an earlier topic. Then, on top, as many courses as there are goals: a goal with exactly 1000 concepts below
it, each of which needs up to four of the twenty before it. Goals are those courses and as many concepts drawn at random.

networkx (python3-networkx or pip) takes the ancestors of a goal and sorts their subgraph topologically; Zhitu takes the same
set and orders it by its own criterion. Both keep the graph in memory; of each the best of several rounds counts, since other
programs may be running. That both find as many steps is checked. Needs the classes of graph/ and
ontology/ (mvn -pl graph -am test-compile) and a JDK 21 or later: JAVA_HOME.
"""
import os, pathlib, random, statistics, subprocess, sys, tempfile, time

import networkx

TOPIC, COURSE, ROUNDS = 250, 1000, 10
ROOT = pathlib.Path(__file__).resolve().parents[2]


def prerequisites(concept, rnd):
    at = concept % TOPIC
    for _ in range(rnd.randrange(7) if at else 0):
        if concept >= TOPIC and rnd.random() < 0.02:
            yield rnd.randrange(concept // TOPIC) * TOPIC + rnd.randrange(10)
        else:
            yield concept - min(at, 1 + int(rnd.expovariate(1 / 20)))


def generate(concepts, courses):
    rnd = random.Random(1)
    base = concepts - courses * (COURSE + 1)
    edges = {(c, p) for c in range(base) for p in prerequisites(c, rnd)}
    goals = []
    for course in range(courses):
        first = base + course * (COURSE + 1)
        for c in range(first + 1, first + COURSE + 1):
            edges.add((c, c - 1))
            for _ in range(3):
                edges.add((c, rnd.randrange(max(first, c - 20), c)))
        goals.append(first + COURSE)
    goals += rnd.sample(range(base), courses)
    return sorted(edges), goals


def with_networkx(edges, goals, concepts):
    start = time.perf_counter()
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(concepts))
    graph.add_edges_from((p, c) for c, p in edges)
    built = time.perf_counter() - start
    millis, sizes = [], []
    for goal in goals:
        best = float('inf')
        for _ in range(ROUNDS):
            start = time.perf_counter()
            steps = networkx.ancestors(graph, goal) | {goal}
            order = list(networkx.topological_sort(graph.subgraph(steps)))
            best = min(best, (time.perf_counter() - start) * 1e3)
        millis.append(best)
        sizes.append(len(order))
    return built, millis, sizes


def with_zhitu(edges, goals, concepts):
    java = pathlib.Path(os.environ.get('JAVA_HOME', '/usr')) / 'bin'
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / 'edges').write_text(''.join('%d\t%d\n' % e for e in edges))
        (folder / 'goals').write_text(''.join('%d\n' % g for g in goals))
        # the compiler wants to see the annotations and libraries that the classes name
        jars = [str(j) for j in (pathlib.Path.home() / '.m2').rglob('*.jar') if j.name.startswith(('jspecify', 'jena-'))]
        classes = os.pathsep.join([str(folder), str(ROOT / 'graph/target/classes'), str(ROOT / 'ontology/target/classes')] + jars)
        source = str(ROOT / 'benchmarks/path/PathBench.java')
        subprocess.run([str(java / 'javac'), '-nowarn', '-proc:none', '-cp', classes, '-d', str(folder), source], check=True)
        out = subprocess.run([str(java / 'java'), '-Xmx2g', '-cp', classes, 'org.zhitu.graph.study.PathBench',
                              str(concepts), str(folder / 'edges'), str(folder / 'goals')],
                             check=True, capture_output=True, text=True).stdout.splitlines()
    rows = [line.split() for line in out if line.startswith('goal ')]
    return out[-1], [float(r[5]) for r in rows], [int(r[3]) for r in rows]


def main():
    concepts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    courses = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    edges, goals = generate(concepts, courses)
    summary, ours, sizes = with_zhitu(edges, goals, concepts)
    built, theirs, their_sizes = with_networkx(edges, goals, concepts)
    assert sizes == their_sizes, 'the two do not agree on the steps'
    print(summary)
    print('networkx %s: built in %.1f s' % (networkx.__version__, built))
    for name, part in (('1000 ancestors', slice(0, courses)), ('drawn at random', slice(courses, None))):
        a, b = ours[part], theirs[part]
        print('%-16s steps %5.0f   zhitu mean %7.3f max %7.3f ms   networkx mean %8.3f max %8.3f ms   %5.1f times' % (
            name, statistics.fmean(sizes[part]), statistics.fmean(a), max(a), statistics.fmean(b), max(b),
            statistics.fmean(b) / statistics.fmean(a)))


main()
