using System.CommandLine;
using Onboarding.Benchmarks.Duplicates;

RootCommand root = new("Benchmarks of the onboarding portal")
{
    DuplicatesCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
