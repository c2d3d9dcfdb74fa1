using System.CommandLine;
using Onboarding.Benchmarks.Code;
using Onboarding.Benchmarks.Dashboards;
using Onboarding.Benchmarks.Documents;
using Onboarding.Benchmarks.Duplicates;
using Onboarding.Benchmarks.Imports;
using Onboarding.Benchmarks.Live;
using Onboarding.Benchmarks.Outbox;
using Onboarding.Benchmarks.Pdf;
using Onboarding.Benchmarks.Questions;
using Onboarding.Benchmarks.Queues;
using Onboarding.Benchmarks.Register;
using Onboarding.Benchmarks.Speed;
using Onboarding.Benchmarks.Start;
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
    QuestionsCommand.Create(),
    WorkCommand.Create(),
    LiveCommand.Create(),
    LiveCommand.CreateMemory(),
    BrowserCommand.Create(),
    StartCommand.Create(),
    DashboardCommand.Create(),
    CodeCommand.Create(),
    AllCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
