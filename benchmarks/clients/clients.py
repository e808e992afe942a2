"""SPARQLWrapper and rdflib against a server: clients.py SITE. Prints a line for each question, and ends with 1 where one is wrong."""
import sys

import rdflib
import SPARQLWrapper
from rdflib.namespace import RDF, SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore

SITE = sys.argv[1]
BERT = "https://w3id.org/zhitu/id/concept/bert"
LABELS = f"SELECT ?label {{ <{BERT}> <{SKOS.prefLabel}> ?label }} ORDER BY LANG(?label)"
wrong = 0


def check(what, ask):
    """Prints whether a question is answered rightly."""
    global wrong
    try:
        right = ask()
    except Exception as problem:  # any failure of a client is a wrong answer
        right, what = False, f"{what}: {problem}"
    wrong += not right
    print("right " if right else "wrong ", what, flush=True)


def wrapper(query, form, method):
    """Asks by SPARQLWrapper."""
    asked = SPARQLWrapper.SPARQLWrapper(SITE + "/sparql")
    asked.setQuery(query)
    asked.setReturnFormat(form)
    asked.setMethod(method)
    return asked.query().convert()


version = "SPARQLWrapper " + SPARQLWrapper.__version__
for method in SPARQLWrapper.GET, SPARQLWrapper.POST:
    check(f"{version}: SELECT as JSON by {method}", lambda: [
        row["label"]["xml:lang"] for row in wrapper(LABELS, SPARQLWrapper.JSON, method)["results"]["bindings"]] == ["en", "zh"])
    check(f"{version}: SELECT as XML by {method}",
          lambda: len(wrapper(LABELS, SPARQLWrapper.XML, method).getElementsByTagName("result")) == 2)
    check(f"{version}: SELECT as CSV by {method}",
          lambda: wrapper(LABELS, SPARQLWrapper.CSV, method).decode().splitlines()[0] == "label")
    check(f"{version}: ASK as JSON by {method}",
          lambda: wrapper(f"ASK {{ <{BERT}> a <{SKOS.Concept}> }}", SPARQLWrapper.JSON, method)["boolean"] is True)
check(f"{version}: DESCRIBE as RDF/XML",
      lambda: (rdflib.URIRef(BERT), RDF.type, SKOS.Concept) in wrapper(f"DESCRIBE <{BERT}>", SPARQLWrapper.RDFXML, SPARQLWrapper.GET))
check(f"{version}: DESCRIBE as Turtle", lambda: (rdflib.URIRef(BERT), RDF.type, SKOS.Concept) in rdflib.Graph().parse(
    data=wrapper(f"DESCRIBE <{BERT}>", SPARQLWrapper.TURTLE, SPARQLWrapper.GET), format="turtle"))

version = "rdflib " + rdflib.__version__
store = rdflib.Graph(SPARQLStore(SITE + "/sparql"))
check(f"{version}: statements over SPARQLStore",
      lambda: {label.language for label in store.objects(rdflib.URIRef(BERT), SKOS.prefLabel)} == {"en", "zh"})
check(f"{version}: a name by negotiation", lambda: (rdflib.URIRef(BERT), RDF.type, SKOS.Concept) in rdflib.Graph().parse(
    SITE + "/id/concept/bert"))
check(f"{version}: VoID at its well-known address", lambda: len(rdflib.Graph().parse(SITE + "/.well-known/void")) > 50)
check(f"{version}: the service description", lambda: len(rdflib.Graph().parse(SITE + "/sparql")) > 10)
check(f"{version}: SERVICE from its own engine",
      lambda: len(list(rdflib.Graph().query(f"SELECT ?label {{ SERVICE <{SITE}/sparql> {{ {LABELS} }} }}"))) == 2)
sys.exit(1 if wrong else 0)
