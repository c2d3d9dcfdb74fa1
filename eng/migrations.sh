#!/usr/bin/env bash
# Adds a database migration, for SQLite and for PostgreSQL, after the model has changed.
#
#   eng/migrations.sh NAME [core|identity]
#
# NAME is what changes, in words without spaces (AddClarificationDeadline); it must not have been used before.
#   core      (default) the onboarding data: contexts in Onboarding.Core/Persistence
#   identity  the accounts of the staff:     contexts in Onboarding.Portal/Security/Identity
# The files appear in Migrations/Sqlite and Migrations/PostgreSql below that folder. Read them, then commit them.
#
# Why it is more than one `dotnet ef` command: each provider has its own context and its own set of migrations, and the design
# package of EF Core cannot be referenced as a package where the package source lacks one of its dependencies. A build with
# EfDesign=true takes its assembly without them (Directory.Build.targets), in folders of its own, so that the normal build and
# its lock files never see it. The contexts need an IDesignTimeDbContextFactory, or the tool would start the whole portal.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:-}
if ! [[ $name =~ ^[A-Z][A-Za-z0-9]+$ ]]; then
    sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
    exit 2
fi
case ${2:-core} in
core) project=Onboarding.Core folder=Persistence context=OnboardingContext ;;
identity) project=Onboarding.Portal folder=Security/Identity context=StaffIdentityContext ;;
*)
    echo "core or identity, not $2" >&2
    exit 2
    ;;
esac

export EfDesign=true
dotnet tool restore --verbosity quiet
dotnet build "$project" -v quiet -nologo
for provider in Sqlite PostgreSql; do
    dotnet tool run dotnet-ef migrations add "$name" --no-build \
        --project "$project" --startup-project "$project" \
        --context "$provider$context" --output-dir "$folder/Migrations/$provider"
done
