using System.CommandLine;
using Onboarding.Benchmarks.Documents;
using Onboarding.Benchmarks.Duplicates;

RootCommand root = new("Benchmarks of the onboarding portal")
{
    DuplicatesCommand.Create(),
    DocumentsCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
