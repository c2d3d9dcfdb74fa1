using System.CommandLine;
using Onboarding.Benchmarks.Documents;
using Onboarding.Benchmarks.Duplicates;
using Onboarding.Benchmarks.Imports;
using Onboarding.Benchmarks.Live;
using Onboarding.Benchmarks.Outbox;
using Onboarding.Benchmarks.Pdf;
using Onboarding.Benchmarks.Queues;
using Onboarding.Benchmarks.Register;
using Onboarding.Benchmarks.Work;

RootCommand root = new("Benchmarks of the onboarding portal")
{
    DuplicatesCommand.Create(),
    DocumentsCommand.Create(),
    ImportCommand.Create(),
    RegisterCommand.Create(),
    PdfCommand.Create(),
    OutboxCommand.Create(),
    QueuesCommand.Create(),
    WorkCommand.Create(),
    LiveCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
