#!/usr/bin/env bash
# Sets up what the tests need and runs them all, in Release, with locked packages. The last line is
# `N passed, N failed, N skipped`; the exit code is 0 only if something ran and nothing failed.
#
#   ./test.sh [NAME...]          only tests whose full name contains one of these (or a filter of `dotnet test`)
set -euo pipefail
cd "$(dirname "$0")"

filter=
for name in "$@"; do
    case $name in
    *[=~]*) ;;
    *) name="FullyQualifiedName~$name" ;;
    esac
    filter=${filter:+$filter|}$name
done

eng/install.sh icu chromium postgresql poppler vips qpdf tesseract clamav

cluster=$(mktemp -u "${TMPDIR:-/tmp}/onboarding-XXXXXX")
trap 'eng/test-postgres.sh stop "$cluster" 2>/dev/null || true' EXIT
if [ -z "${ONBOARDING_TEST_POSTGRES:-}" ]; then
    code=0
    ONBOARDING_TEST_POSTGRES=$(eng/test-postgres.sh start "$cluster" $$) || code=$?
    # 3: not installed. The tests that need it say so and are skipped.
    if [ "$code" != 0 ] && [ "$code" != 3 ]; then
        echo "The test database did not start." >&2
        exit 1
    fi
    export ONBOARDING_TEST_POSTGRES
fi

dotnet restore --locked-mode -v quiet -nologo
dotnet build -c Release --no-restore -v quiet -nologo

results=TestResults
rm -rf "$results"
code=0
dotnet test -c Release --no-build -nologo --results-directory "$results" \
    --logger "console;verbosity=minimal" --logger "trx" \
    --blame-hang-timeout 10min --blame-hang-dump-type none \
    ${filter:+--filter "$filter"} || code=$?

# Of each results file: total, executed and passed. A test that did not execute was skipped; one that did and did not pass failed.
passed=0 failed=0 skipped=0
while read -r total executed ok; do
    passed=$((passed + ok))
    failed=$((failed + executed - ok))
    skipped=$((skipped + total - executed))
done < <(find "$results" -name '*.trx' -exec sed -n 's/.*<Counters total="\([0-9]*\)" executed="\([0-9]*\)" passed="\([0-9]*\)".*/\1 \2 \3/p' {} +)

if [ "$skipped" -gt 0 ]; then
    echo "Skipped, by reason:"
    find "$results" -name '*.trx' -exec awk '
        /<UnitTestResult / { reason = /outcome="NotExecuted"/ }
        reason && /<Message>/ { gsub(/^ *<Message>|<\/Message>.*/, ""); print; reason = 0 }' {} + | sort | uniq -c
fi

if [ "$code" = 0 ] && { [ "$failed" -gt 0 ] || [ $((passed + failed)) = 0 ]; }; then
    code=1
fi
trap - EXIT
eng/test-postgres.sh stop "$cluster" 2>/dev/null || true
echo "$passed passed, $failed failed, $skipped skipped"
exit "$code"
