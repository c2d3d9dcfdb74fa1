#!/usr/bin/env bash
# From a fresh Debian or Ubuntu with the .NET SDK to a running portal with demo data. Run again, it keeps the data and starts.
#
#   ./run.sh [--no-install]      PORT=5080 by default
set -euo pipefail
cd "$(dirname "$0")"

install=yes
for argument in "$@"; do
    case $argument in
    --no-install) install=no ;;
    *)
        echo "usage: [PORT=5080] ./run.sh [--no-install]" >&2
        exit 2
        ;;
    esac
done

if ! command -v dotnet >/dev/null; then
    echo "The .NET SDK 10 is not installed (https://dotnet.microsoft.com/download). Install it and run this again." >&2
    exit 1
fi
# Read in this folder, so that the version that global.json asks for is the one that is looked for.
if ! dotnet --version >/dev/null 2>&1; then
    echo "The .NET SDK here is older than this project needs (see global.json). Installed:" >&2
    (cd / && dotnet --list-sdks) >&2
    exit 1
fi

if [ "$install" = yes ]; then
    eng/install.sh icu chromium vips qpdf poppler tesseract
fi

echo "Building ..."
dotnet build Onboarding.Portal -c Release -v quiet -nologo

export Demo__Enabled=true
address=http://127.0.0.1:${PORT:-5080}
portal=Onboarding.Portal/bin/Release/net10.0/Onboarding.Portal.dll

dotnet "$portal" migrate
dotnet "$portal" seed --cases 200 --if-empty

echo
echo "The portal:        $address"
echo "The demo accounts: on its sign-in page, with their passwords"
echo "The mails it sends: $address/demo/mail (signed in)"
echo
exec dotnet "$portal" --urls "$address"
