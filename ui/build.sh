#!/usr/bin/env bash
# Builds and tests the scripts and styles into target/ui. Does nothing while nothing changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

needed=20
found=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/' || true)
if [[ ! $found =~ ^[0-9]+$ ]] || ((found < needed)); then
  echo "The pages need Node.js $needed or later to be built; found: ${found:-none}. Install it (Debian: apt-get install nodejs npm) and build again." >&2
  echo "构建页面需要 Node.js $needed 或更高版本；当前：${found:-没有}。请安装（Debian：apt-get install nodejs npm）后重新构建。" >&2
  exit 1
fi

digest() { # of the names and contents of files
  find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64
}
done_before() { # stamp file, digest
  [[ -f $1 && $(<"$1") == "$2" ]]
}

mkdir -p target
lock=$(digest package.json package-lock.json .npmrc)
if ! done_before node_modules/.zhitu-lock "$lock"; then
  echo "ui: npm ci"
  npm ci --no-progress --loglevel=error
  echo "$lock" >node_modules/.zhitu-lock
fi

inputs=$(digest src package.json package-lock.json tsconfig.json vite.config.ts build.sh)
if done_before target/ui.stamp "$inputs" && [[ -f target/ui/static/assets/manifest.json ]]; then
  echo "ui: unchanged"
  exit 0
fi
rm -f target/ui.stamp
echo "ui: types"
npx --no-install tsc --noEmit
echo "ui: tests"
npx --no-install vitest run
echo "ui: build"
npx --no-install vite build
echo "$inputs" >target/ui.stamp
