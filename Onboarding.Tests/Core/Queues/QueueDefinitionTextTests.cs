using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Core.Queues;

/// <summary>A view as text: short, readable, and safe to be typed by anybody.</summary>
public sealed class QueueDefinitionTextTests
{
    [Fact]
    public void A_view_reads_back_as_it_was_written()
    {
        var view = new QueueDefinition
        {
            Queue = WorkQueue.Recording,
            Filter = new QueueFilter
            {
                Stage = Stage.Recording, ProductCode = "INTERNET & TV", Channel = Channel.Partner, Kind = CustomerKind.Business, Due = DueTime.Late,
                Assignee = "5f0c-a_1", ProvinceCode = "31", Flag = QueueFlag.PossibleDuplicate, Text = "ONB-2026-000123",
            },
            Sort = QueueSort.Newest,
            Columns = [QueueColumn.Due, QueueColumn.Product],
        };

        var read = QueueDefinitionText.Read(QueueDefinitionText.Write(view));

        read.Ignored.ShouldBeEmpty();
        read.Definition.Filter.ShouldBe(view.Filter);
        read.Definition.ShouldBe(view with { Columns = read.Definition.Columns });
        read.Definition.Columns.ShouldBe(view.Columns);
    }

    [Fact]
    public void The_usual_view_is_an_empty_text() => QueueDefinitionText.Write(new QueueDefinition()).ShouldBeEmpty();

    [Fact]
    public void It_is_readable() =>
        QueueDefinitionText.Write(new QueueDefinition { Filter = new QueueFilter { Due = DueTime.Late, Assignee = QueueFilter.Nobody }, Sort = QueueSort.Longest })
            .ShouldBe("due=Late&assignee=nobody&sort=Longest");

    [Theory]
    [InlineData("Budi Santoso")]
    [InlineData("budi")]
    [InlineData("%_'\"")]
    public void A_name_that_is_searched_for_is_never_written(string text) =>
        QueueDefinitionText.Write(new QueueDefinition { Filter = new QueueFilter { Text = text } }).ShouldBeEmpty();

    [Theory]
    [InlineData("colour=red", "colour")]
    [InlineData("due=Yesterday", "due")]
    [InlineData("queue=3", "queue")]
    [InlineData("sort=1%3B%20DROP%20TABLE", "sort")]
    [InlineData("q=Budi%20Santoso", "q")]
    [InlineData("region=99", "region")]
    [InlineData("mine=maybe", "mine")]
    [InlineData("assignee=%27%20OR%201%3D1", "assignee")]
    [InlineData("columns=Due,Salary", "columns")]
    [InlineData("=&==&%ZZ=%ZZ", "")]
    public void What_is_not_known_is_left_out_and_named(string text, string ignored)
    {
        var read = QueueDefinitionText.Read(text + "&due=Late");

        read.Ignored.ShouldContain(ignored);
        read.Definition.Filter.Due.ShouldBe(DueTime.Late);
        (read.Definition with { Columns = QueueDefinition.UsualColumns, Filter = QueueFilter.None }).ShouldBe(new QueueDefinition());
    }

    [Theory]
    [InlineData("1795478400000.0190d3b2000070008000000000000001")]
    [InlineData("0.0190d3b2000070008000000000000001.0190d3b2000070008000000000000002")]
    public void A_key_reads_back_as_it_was_written(string text) => QueueKey.Parse(text).ShouldNotBeNull().ToText().ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("-1.0190d3b2000070008000000000000001")]
    [InlineData("99999999999999999999.0190d3b2000070008000000000000001")]
    [InlineData("9223372036854775807.0190d3b2000070008000000000000001")]
    [InlineData("1795478400000.zzz")]
    [InlineData("1795478400000.0190d3b2000070008000000000000001.x")]
    [InlineData("1795478400000.0190d3b2000070008000000000000001.0190d3b2000070008000000000000001.1")]
    [InlineData("' OR '1'='1")]
    public void A_forged_key_is_none(string? text) => QueueKey.Parse(text).ShouldBeNull();
}
