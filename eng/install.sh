#!/usr/bin/env bash
# Installs what the portal or its tests need beside .NET, on Debian and Ubuntu, where this may be done without asking: as root
# or with a sudo that needs no password. Anywhere else it says what is missing and goes on; nothing here is a reason to stop.
#
#   eng/install.sh [icu] [chromium] [postgresql] [poppler] [vips] [qpdf] [tesseract] [clamav]
set -uo pipefail

has() {
    case $1 in
    icu) [ "$(uname)" != Linux ] || (ldconfig -p 2>/dev/null || /sbin/ldconfig -p) | grep -q libicuuc ;;
    chromium)
        command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable ||
            command -v microsoft-edge || [ -d "/Applications/Google Chrome.app" ] || [ -d "/Applications/Chromium.app" ]
        ;;
    postgresql) command -v initdb || ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin ;;
    poppler) command -v pdftoppm && command -v pdftotext && command -v prlimit ;;
    tesseract) command -v tesseract && tesseract --list-langs | grep -qx ind && command -v prlimit ;;
    vips) command -v vips && command -v prlimit ;;
    qpdf) command -v qpdf && command -v prlimit ;;
    clamav) command -v clamd || [ -x /usr/sbin/clamd ] ;;
    esac >/dev/null 2>&1
}

# The library's package carries its version in its name; the browser alone comes without a single font.
packages_of() {
    case $1 in
    icu) apt-cache --names-only search '^libicu[0-9]+$' | cut -d ' ' -f 1 | sort -V | tail -n 1 ;;
    chromium) echo chromium fonts-liberation ;;
    postgresql) echo postgresql ;;
    poppler) echo poppler-utils util-linux ;;
    tesseract) echo tesseract-ocr tesseract-ocr-ind util-linux ;;
    vips) echo libvips-tools util-linux ;;
    qpdf) echo qpdf util-linux ;;
    clamav) echo clamav-daemon ;;
    esac
}

purpose_of() {
    case $1 in
    icu) echo "ICU (libicu): .NET needs it for languages, the portal does not start without it" ;;
    chromium) echo "Chromium, Chrome or Edge: without it reports are web pages, not PDF files" ;;
    postgresql) echo "PostgreSQL: without it the tests run on SQLite only" ;;
    vips) echo "libvips-tools: without it images are received, but wait unopened until it is there" ;;
    qpdf) echo "qpdf: without it PDF files are received, but wait unopened until it is there" ;;
    clamav) echo "clamav-daemon: without it no test speaks with a real virus scanner" ;;
    poppler) echo "poppler-utils: without it the pages of PDF files are not shown, only offered as a file" ;;
    tesseract) echo "tesseract-ocr-ind: without it no text is read from the photo of a KTP" ;;
    esac
}

missing=()
for component in "$@"; do
    has "$component" || missing+=("$component")
done
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

privilege=()
if [ "$(id -u)" != 0 ]; then
    privilege=(sudo -n)
fi
if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    echo "Installing ${missing[*]} ..."
    apt=("${privilege[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update >/dev/null 2>&1 || true
    for component in "${missing[@]}"; do
        # Unquoted on purpose: several packages.
        # shellcheck disable=SC2046
        "${apt[@]}" install --no-install-recommends $(packages_of "$component") >/dev/null 2>&1 || true
    done
fi

for component in "${missing[@]}"; do
    has "$component" || echo "Missing: $(purpose_of "$component")" >&2
done
exit 0
