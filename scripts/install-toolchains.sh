#!/usr/bin/env bash
# Installs what the proof runs samples with: the languages, cURL; and Chromium and PostgreSQL for the site's tests.
# Works through the system's package manager; does nothing where everything is there.
set -euo pipefail

missing() { for command in "$@"; do command -v "$command" > /dev/null || echo "$command"; done; }
tools=(python3 ruby php javac mvn mcs mono go curl chromium cc)

have_python_requests() { python3 -c 'import requests' 2> /dev/null; }
# The tests start a server of their own; a cluster that the package starts is not needed.
have_postgres() { command -v initdb > /dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; }
have_php_curl() { command -v php > /dev/null && php -m | grep -qx curl; }

if [ -z "$(missing "${tools[@]}")" ] && have_python_requests && have_php_curl && have_postgres; then
  echo "Every toolchain is installed."
  exit 0
fi

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
retry() { for pause in 2 10 30; do "$@" && return 0; echo "Failed; trying again in ${pause}s: $*" >&2; sleep "$pause"; done; "$@"; }

if command -v apt-get > /dev/null; then
  packages=(python3 python3-requests python3-pip ruby php-cli php-curl default-jdk-headless maven mono-mcs mono-runtime
    libmono-system-net-http4.0-cil libmono-system-xml-linq4.0-cil libmono-system-data4.0-cil
    libmono-system-runtime-serialization4.0-cil libmono-microsoft-csharp4.0-cil ca-certificates curl gcc libc6-dev)
  have_postgres || packages+=(postgresql)
  command -v go > /dev/null || packages+=(golang-go)
  command -v chromium > /dev/null || packages+=(chromium)
  retry as_root apt-get update -q
  retry as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
  # A Python of the user's own does not see the system's packages.
  have_python_requests || retry python3 -m pip install --quiet requests
elif command -v brew > /dev/null; then
  retry brew install python ruby php openjdk maven mono go curl postgresql@17
  have_postgres || brew link postgresql@17
  retry brew install --cask chromium
  have_python_requests || retry python3 -m pip install --quiet --user requests
else
  echo "No package manager that this script knows (apt-get, brew). Install these yourself: ${tools[*]}, and Python's requests." >&2
  exit 1
fi

still="$(missing "${tools[@]}" | tr '\n' ' ')"
[ -z "$still" ] || { echo "Still missing: $still" >&2; exit 1; }
