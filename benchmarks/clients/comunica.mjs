// Comunica against a server: comunica.mjs SITE. Prints a line for each question, and ends with 1 where one is wrong.
import { QueryEngine } from '@comunica/query-sparql';

const site = process.argv[2];
const bert = 'https://w3id.org/zhitu/id/concept/bert';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const engine = new QueryEngine();
const sources = [`${site}/sparql`];
let wrong = 0;

async function check(what, ask) {
  let right = false;
  let problem = '';
  try {
    right = await ask();
  } catch (error) {
    problem = `: ${error.message.split('\n')[0]}`;
  }
  wrong += right ? 0 : 1;
  console.log(`${right ? 'right ' : 'wrong '} Comunica 4.5.0: ${what}${problem}`);
}

await check('SELECT', async () => {
  const rows = await engine.queryBindings(`SELECT ?label { <${bert}> <${skos}prefLabel> ?label }`, { sources });
  const labels = (await rows.toArray()).map(row => row.get('label').value);
  return labels.join() === 'BERT,BERT';
});
await check('SELECT over two patterns, a path and a filter', async () => {
  const rows = await engine.queryBindings(
    `SELECT ?l { <${bert}> <https://w3id.org/zhitu/ontology#prerequisite>+ ?c . ?c <${skos}prefLabel> ?l FILTER(LANG(?l) = "zh") }`,
    { sources },
  );
  return (await rows.toArray()).length > 10;
});
await check('ASK', async () => engine.queryBoolean(`ASK { <${bert}> a <${skos}Concept> }`, { sources }));
await check('CONSTRUCT', async () => {
  const quads = await engine.queryQuads(`CONSTRUCT { ?c a ?t } WHERE { ?c a ?t . FILTER(?c = <${bert}>) }`, { sources });
  return (await quads.toArray()).length > 0;
});
process.exit(wrong ? 1 : 0);
