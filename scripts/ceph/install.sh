#!/usr/bin/env bash
# A real S3 server for the tests: the gateway of Ceph, from Debian. About 100 MB to fetch and 400 MB on disk; no service
# is started. Where it cannot be installed, that is said, and `npm test` says once more which tests did not run.
set -uo pipefail

cannot() {
  echo "No S3 server for the tests: $1." >&2
  exit 1
}

command -v radosgw ceph-mon ceph-osd ceph > /dev/null && exit 0
[ "$(id -u)" = 0 ] || cannot "only root installs packages"
command -v apt-get > /dev/null || cannot "this is no Debian"

# What is installed must not start as a service of this machine.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod 755 "$policy"
fi
packages=(radosgw ceph-common ceph-mon ceph-osd)
export DEBIAN_FRONTEND=noninteractive
timeout 120 apt-get -qq update || cannot "the package lists cannot be fetched"
timeout 600 apt-get -qq install --yes --no-install-recommends "${packages[@]}" > /dev/null || cannot "the packages cannot be installed"
