#!/usr/bin/env bash
# A drill: gives the key of an Opener's folder to three custodians and gets it back from each two of them, on a copy.
#   bash etc/scripts/escrow-drill.sh [FOLDER]     without one on a folder made for the drill
# The real thing is in etc/docs/operations.md. Prints one line for each pair; fails if one of them does not get it back.
set -euo pipefail
cd "$(dirname "$0")/../.."
opener=src/DpsPortal.Opener/bin/Release/net10.0/dps-opener.dll
[ -f "$opener" ] || dotnet build src/DpsPortal.Opener -c Release -v quiet -nologo
work=$(mktemp -d "${TMPDIR:-/tmp}/dps-escrow-drill.XXXXXXXX")
trap 'rm -rf "$work"' EXIT
umask 077
if [ $# -gt 0 ]; then cp -R "$1" "$work/keys"; else dotnet "$opener" init "$work/keys" >/dev/null; fi
dotnet "$opener" escrow "$work/keys" "$work/escrow" >/dev/null
for pair in "1 2" "1 3" "2 3"; do
  read -r one other <<<"$pair"
  rm -rf "$work/restored"
  cp -R "$work/keys" "$work/restored"
  rm "$work/restored/kek"
  printf 'Custodians %s and %s: ' "$one" "$other"
  dotnet "$opener" recover "$work/restored" "$work/escrow/escrow.json" \
    "$work/escrow/custodian-$one.json" "$work/escrow/custodian-$other.json"
  cmp -s "$work/keys/kek" "$work/restored/kek"
done
printf 'One custodian alone: '
rm "$work/restored/kek"
if dotnet "$opener" recover "$work/restored" "$work/escrow/escrow.json" \
  "$work/escrow/custodian-1.json" "$work/escrow/custodian-1.json" >/dev/null; then
  echo "gets it back. That must not be."
  exit 1
fi
echo "does not get it back."
