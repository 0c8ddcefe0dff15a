# shellcheck shell=bash
# Sourced by etc/run.sh and etc/test.sh: what must be on the machine, and how to get it.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export NG_CLI_ANALYTICS=false npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false

missing=()

need() { missing+=("$1"); }

may_install() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; }

# Installs Debian packages, as root only. The package lists of a bare machine are empty, hence the second try.
debian_install() {
  may_install || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return 0
  apt-get update </dev/null >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >&2
}

find_dotnet() {
  local folder
  command -v dotnet >/dev/null && return 0
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
      export PATH="$folder:$PATH" DOTNET_ROOT="$folder"
      return 0
    fi
  done
  return 1
}

# .NET does not start without ICU, which minimal images lack.
find_icu() {
  local libraries
  [ "$(uname -s)" = Linux ] || return 0
  libraries=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null) || return 0
  case $libraries in *libicuuc.so*) return 0 ;; esac
  return 1
}

check_dotnet() {
  if ! find_dotnet || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    need "the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0, or without root
      curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
  fi
  if ! find_icu; then
    local icu
    icu=$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{ print $1 }' | sort -V | tail -n 1)
    if ! debian_install "${icu:-libicu72}"; then
      need "the ICU libraries that .NET needs (Debian: apt-get install ${icu:-libicu72})"
    fi
  fi
}

# npm brings a newer Node for the build on 64-bit Linux; elsewhere Angular's own minimum holds.
check_node() {
  local wanted="20.0.0"
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || wanted="22.22.3"
  if ! command -v node >/dev/null; then
    need "Node $wanted or newer, with npm: https://nodejs.org/en/download (Debian 12's own package is too old)"
    return
  fi
  # shellcheck disable=SC2016 # JavaScript
  if ! node -e 'const v = process.versions.node.split(".").map(Number), w = process.argv[1].split(".").map(Number);
    const at = v.findIndex((x, i) => x !== w[i]); process.exit(at < 0 || v[at] > w[at] ? 0 : 1)' "$wanted"; then
    need "Node $wanted or newer (this is $(node --version)): https://nodejs.org/en/download"
  fi
  command -v npm >/dev/null || need "npm, which comes with Node: https://nodejs.org/en/download"
}

# Says everything that is missing at once.
stop_if_missing() {
  local one
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "Missing on this machine:" >&2
  for one in "${missing[@]}"; do printf '  - %s\n' "$one" >&2; done
  return 1
}

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# Fails when something listens on the port, on either address of localhost.
port_is_free() {
  # shellcheck disable=SC2016 # JavaScript
  node -e '
    const net = require("net"), port = Number(process.argv[1]);
    const attempt = host => new Promise(done => {
      const server = net.createServer();
      server.once("error", e => done(e.code !== "EADDRINUSE"));
      server.listen(port, host, () => server.close(() => done(true)));
    });
    (async () => process.exit(await attempt("127.0.0.1") && await attempt("::1") ? 0 : 1))();' "$1"
}
