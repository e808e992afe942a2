import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Every browser that runs these modules reads WOFF2: KaTeX's older font files are left out. */
const onlyWoff2: Plugin = {
  name: "only-woff2",
  enforce: "pre",
  transform(code, id) {
    return id.includes("katex") && id.endsWith(".css")
      ? code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[a-z]+"\)/g, "")
      : undefined;
  },
};

/** One entry for each page that has a script of its own; names carry a hash, the manifest tells the server. */
export default defineConfig({
  root: "src/main",
  base: "/assets/",
  publicDir: false,
  plugins: [onlyWoff2],
  logLevel: "warn",
  build: {
    outDir: "../../target/ui/static/assets",
    emptyOutDir: true,
    assetsDir: ".",
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    rollupOptions: {
      checks: { eval: false }, // in the JSON parser that YASGUI brings, for browsers that have none
      input: {
        "api-docs": "src/main/ts/api-docs.ts",
        app: "src/main/ts/app.ts",
        atlas: "src/main/ts/atlas.ts",
        explore: "src/main/ts/explore.ts",
        path: "src/main/ts/path.ts",
        placement: "src/main/ts/placement.ts",
        progress: "src/main/ts/progress.ts",
        review: "src/main/ts/review.ts",
        sparql: "src/main/ts/sparql.ts",
        theme: "src/main/ts/theme.ts",
      },
    },
  },
  test: {
    root: ".",
    include: ["src/test/ts/**/*.test.ts"],
  },
});
