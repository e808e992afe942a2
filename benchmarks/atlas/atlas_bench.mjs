// The atlas beside bare sigma on the same generated graph, in one run of headless Chromium without a GPU.
//   benchmarks/atlas/run [NODES=50000] [EDGES=150000]
// Both get the same columns over loopback and draw into 1200 by 700 pixels. Measured: milliseconds from the start of the
// navigation to the second frame after the first picture (bare: everything drawn; ours: all areas named, all dots), and frames
// for each second while arrow keys pan by 30 pixels a frame, at three enlargements.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [nodes = 50_000, edges = 150_000] = process.argv.slice(2).map(Number);
const ui = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "ui");
const assets = join(ui, "target", "ui", "static", "assets");
const manifest = JSON.parse(
  readFileSync(join(assets, "manifest.json"), "utf8"),
);
const entry = (name) =>
  Object.values(manifest).find((chunk) => chunk.isEntry && chunk.name === name);
const AREAS = 16;
const GROUPS = 400;
const SECONDS = 4;

// A graph: communities in areas on a spiral, most edges inside a community, some inside an area, few between areas.
let seed = 20_170_612;
const random = () =>
  (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const angle = 2.399963;
const areas = Array.from({ length: AREAS }, (_, i) => ({
  slug: `area-${i}`,
  label: `Area ${i} 领域`,
  x: 0.5 + 0.4 * Math.sqrt(i / AREAS) * Math.cos(i * angle),
  y: 0.35 + 0.25 * Math.sqrt(i / AREAS) * Math.sin(i * angle),
  radius: 0.08,
  size: Math.round(nodes / AREAS),
  lane: i * 10,
  rows: 10,
}));
const groups = Array.from({ length: GROUPS }, (_, i) => {
  const area = i % AREAS;
  const ring = Math.floor(i / AREAS);
  const far = 0.075 * Math.sqrt(ring / (GROUPS / AREAS));
  return {
    area,
    place: i,
    slug: `c-${i}`,
    label: `concept ${i}`,
    x: areas[area].x + far * Math.cos(ring * angle),
    y: areas[area].y + far * Math.sin(ring * angle),
    radius: 0.012,
    size: Math.round(nodes / GROUPS),
  };
});
const placeBytes = Buffer.alloc(4 + 15 * nodes);
placeBytes.writeUInt32LE(nodes, 0);
for (let i = 0; i < nodes; i++) {
  const group = i % GROUPS;
  const far = groups[group].radius * Math.sqrt(random());
  const turn = 2 * Math.PI * random();
  const values = [
    (groups[group].x + far * Math.cos(turn)) * 65_535,
    (groups[group].y + far * Math.sin(turn)) * 65_535,
    65_535 / Math.sqrt(i + 1),
    0,
    groups[group].area,
    group,
    0,
  ];
  values.forEach((value, column) =>
    placeBytes.writeUInt16LE(Math.round(value), 4 + 2 * (column * nodes + i)),
  );
}
const edgeBytes = Buffer.alloc(4 + 9 * edges);
edgeBytes.writeUInt32LE(edges, 0);
for (let i = 0; i < edges; i++) {
  const from = Math.floor(random() * nodes);
  const kind = random();
  const step = kind < 0.7 ? GROUPS : kind < 0.9 ? AREAS : 1;
  const to = (from + step * (1 + Math.floor(random() * 50))) % nodes;
  edgeBytes.writeUInt32LE(from, 4 + 4 * i);
  edgeBytes.writeUInt32LE(
    to === from ? (from + 1) % nodes : to,
    4 + 4 * (edges + i),
  );
  edgeBytes.writeUInt8(i % 7, 4 + 8 * edges + i);
}
const overview = {
  width: 1,
  height: 0.7,
  total: nodes,
  totalEdges: edges,
  historyWidth: 10,
  areas,
  groups,
  years: [],
  concepts: [],
  edges: [],
};
const names = (area) => {
  const places = Array.from({ length: nodes }, (_, i) => i).filter(
    (i) => groups[i % GROUPS].area === area,
  );
  return {
    slugs: places.map((i) => `c-${i}`),
    labels: places.map((i) => `concept ${i}`),
  };
};

const ours = `<!doctype html><html lang=en><meta charset=utf-8>
${[...(entry("app").css ?? []), ...(entry("atlas").css ?? [])].map((css) => `<link rel=stylesheet href=/assets/${css}>`).join("")}
<link rel=stylesheet href=/size.css><script type=module src=/assets/${entry("atlas").file}></script>
<section id=atlas hidden aria-label=Map><div class=atlas-stage><div class=atlas-picture id=atlas-picture></div>
<aside class=atlas-card id=atlas-card hidden></aside></div></section><div id=live></div>
<script type=application/json id=messages>{}</script>`;
const bare = `<!doctype html><html lang=en><meta charset=utf-8><link rel=stylesheet href=/size.css>
<script src=/graphology.js></script><script src=/sigma.js></script><div id=bare></div><script type=module>
const [places, edges] = await Promise.all(["places", "edges"].map((part) => fetch("/api/atlas/" + part).then((a) => a.arrayBuffer())));
const p = new DataView(places), e = new DataView(edges), n = p.getUint32(0, true), m = e.getUint32(0, true);
const graph = new graphology.Graph({ type: "directed", multi: true, allowSelfLoops: false });
const at = (column, i) => p.getUint16(4 + 2 * (column * n + i), true) / 65535;
for (let i = 0; i < n; i++) graph.addNode(i, { x: at(0, i), y: -at(1, i), size: 1.6 + 5 * Math.sqrt(at(2, i)), label: "concept " + i, color: "#36c" });
for (let i = 0; i < m; i++) graph.addEdge(e.getUint32(4 + 4 * i, true), e.getUint32(4 + 4 * (m + i), true), { size: 0.5, color: "#ccc" });
window.sigma = new Sigma(graph, document.getElementById("bare"), { renderEdgeLabels: false });
performance.mark("atlas-first-picture");
</script>`;
const files = {
  "/ours": ["text/html", () => ours],
  "/bare": ["text/html", () => bare],
  "/size.css": [
    "text/css",
    () =>
      "body{margin:0;display:block}#bare,.atlas-picture{width:1200px!important;height:700px!important}",
  ],
  "/graphology.js": [
    "text/javascript",
    () =>
      readFileSync(
        join(ui, "node_modules/graphology/dist/graphology.umd.min.js"),
      ),
  ],
  "/sigma.js": [
    "text/javascript",
    () => readFileSync(join(ui, "node_modules/sigma/dist/sigma.min.js")),
  ],
  "/api/atlas": ["application/json", () => JSON.stringify(overview)],
  "/api/atlas/places": ["application/vnd.zhitu.atlas", () => placeBytes],
  "/api/atlas/edges": ["application/vnd.zhitu.atlas", () => edgeBytes],
};
const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const file = files[url.pathname];
  if (file !== undefined) {
    response.writeHead(200, { "content-type": file[0] }).end(file[1]());
  } else if (url.pathname === "/api/atlas/names") {
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(names(Number(url.searchParams.get("area")))));
  } else if (/^\/assets\/[\w.-]+$/.test(url.pathname)) {
    const type = url.pathname.endsWith(".css") ? "text/css" : "text/javascript";
    response
      .writeHead(200, { "content-type": type })
      .end(readFileSync(join(assets, url.pathname.slice(8))));
  } else {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((listening) => server.once("listening", listening));
const base = `http://127.0.0.1:${server.address().port}`;

// Chromium by its own protocol: nothing to install.
const profile = mkdtempSync(join(tmpdir(), "zhitu-atlas-"));
const chromium = spawn(
  "chromium",
  [
    ...[
      "--headless",
      "--no-sandbox",
      "--no-first-run",
      "--use-gl=angle",
      "--use-angle=swiftshader",
    ],
    ...[
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--remote-debugging-port=0",
    ],
    ...[`--user-data-dir=${profile}`, "about:blank"],
  ],
  { stdio: ["ignore", "ignore", "pipe"] },
);
const endpoint = await new Promise((found, failed) => {
  let said = "";
  chromium.stderr.on("data", (data) => {
    said += data;
    const address = /ws:\/\/\S+/.exec(said);
    if (address) found(address[0]);
  });
  chromium.once("exit", () => failed(new Error(`chromium ended: ${said}`)));
});
process.once("uncaughtException", (failure) => {
  console.error(failure);
  chromium.kill();
  process.exit(1);
});
async function page(path, work) {
  const host = new URL(endpoint).host;
  const target = await (
    await fetch(`http://${host}/json/new?about:blank`, { method: "PUT" })
  ).json();
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((opened) => (socket.onopen = opened));
  const open = new Map();
  let count = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.method === "Runtime.exceptionThrown")
      console.error(message.params.exceptionDetails.exception?.description);
    open.get(message.id)?.(message);
  };
  const send = (method, params = {}) =>
    new Promise((done) => {
      open.set(++count, done);
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  const evaluate = async (expression) => {
    const { result, error } = await send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (error ?? result.exceptionDetails)
      throw new Error(JSON.stringify(error ?? result.exceptionDetails));
    return result.result.value;
  };
  await send("Runtime.enable");
  await send("Page.enable");
  await send("Emulation.setDeviceMetricsOverride", {
    width: 1280,
    height: 800,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await send("Page.addScriptToEvaluateOnNewDocument", {
    source: `window.firstPicture = new Promise((told) => new PerformanceObserver(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => told(performance.now())))).observe({ type: "mark", buffered: true }));`,
  });
  await send("Page.navigate", { url: base + path });
  for (
    let tries = 0;
    tries < 50 && (await evaluate("location.pathname")) !== path;
    tries++
  ) {
    await pause(20);
  }
  const result = await work(evaluate, send);
  await send("Page.close");
  return result;
}
/** Pans along a square for some seconds; pan is the source of a function of pixels right and down. */
const frames = (pan) => `(async () => {
  const pan = ${pan};
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < ${SECONDS * 1000}) {
    const side = Math.floor(count / 12) % 4;
    pan([30, 0, -30, 0][side], [0, 30, 0, -30][side]);
    await new Promise(requestAnimationFrame);
    count++;
  }
  return (1000 * count) / (performance.now() - start);
})()`;
const ZOOMS = [0, 4, 10]; // times 1.35
const enlargements = ZOOMS.map((times) => 1.35 ** times);
const pause = (milliseconds) =>
  new Promise((later) => setTimeout(later, milliseconds));

const measuredOurs = await page("/ours", async (evaluate) => {
  const first = await evaluate("window.firstPicture");
  for (
    let tries = 0;
    tries < 300 &&
    !(await evaluate(
      "document.querySelector('#atlas-picture').dataset.near > 0",
    ));
    tries++
  ) {
    await pause(100);
  }
  const ready = await evaluate("performance.now()");
  const key = (name) =>
    `document.getElementById("atlas-picture").dispatchEvent(new KeyboardEvent("keydown", { key: "${name}" }))`;
  const result = [];
  let done = 0;
  for (const times of ZOOMS) {
    for (; done < times; done++) await evaluate(key("+"));
    await pause(1500);
    result.push(
      await evaluate(
        frames(`(() => {
          const area = document.getElementById("atlas-picture");
          const point = (type, x, y) => area.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX: x, clientY: y }));
          area.setPointerCapture = () => {}; // a pointer that is only an event cannot be held
          let [x, y] = [600, 350];
          point("pointerdown", x, y);
          return (dx, dy) => point("pointermove", (x -= dx), (y -= dy));
        })()`),
      ),
    );
  }
  return { first, ready, frames: result };
});
console.log(`atlas: ${JSON.stringify(measuredOurs)}`);
const measuredBare = await page("/bare", async (evaluate) => {
  const first = await evaluate("window.firstPicture");
  const result = [];
  for (const enlargement of enlargements) {
    await evaluate(
      `void sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: ${1 / enlargement}, angle: 0 })`,
    );
    await pause(1500);
    result.push(
      await evaluate(
        frames(`(dx, dy) => {
          const camera = sigma.getCamera(), { width, height } = sigma.getDimensions(), { x, y } = camera.getState();
          const middle = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
          const there = sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
          camera.setState({ x: x + there.x - middle.x, y: y + there.y - middle.y });
        }`),
      ),
    );
  }
  return { first, frames: result };
});
const ratio = (value) => `${value.toFixed(1)} times`;
console.log(
  `${nodes} nodes, ${edges} edges, 1200 x 700 pixels, software WebGL`,
);
console.log(
  `first picture     bare sigma ${(measuredBare.first / 1000).toFixed(2)} s   atlas ${(measuredOurs.first / 1000).toFixed(2)} s   ${ratio(measuredBare.first / measuredOurs.first)} sooner`,
);
console.log(
  `                  atlas with everything loaded ${(measuredOurs.ready / 1000).toFixed(2)} s`,
);
enlargements.forEach((enlargement, i) => {
  const [theirs, mine] = [measuredBare.frames[i], measuredOurs.frames[i]];
  console.log(
    `panning at ${enlargement.toFixed(1).padStart(4)}   bare sigma ${theirs.toFixed(2)} frames/s   atlas ${mine.toFixed(1)} frames/s   ${ratio(mine / theirs)}`,
  );
});
server.close();
chromium.once("exit", () => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
});
chromium.kill();
