// What a render sends can be seen nowhere else; a new version of the framework that changes it breaks this test and nothing more.
#pragma warning disable BL0006
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Fields;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

/// <summary>What the answer to an event sends back to the browser. The answer may come late, when more was typed.</summary>
public sealed class FieldRenderTests
{
    private const string Name = nameof(PersonData.FullName);

    [Fact]
    public async Task What_a_person_typed_is_not_sent_back_into_the_field()
    {
        RegistrationForm form = new(RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty), new MemoryTray(), new DateOnly(2026, 11, 23));
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using Recorder renderer = new(services);
        await renderer.ShowAsync(form);

        await renderer.ChangeAsync("Siti");

        form.Input[Name].ShouldBe("Siti");
        renderer.Sent.ShouldNotContain("value", "the field may hold more by the time at which this arrives");
    }

    /// <summary>Renders as a circuit does, and records which attributes it would send.</summary>
    private sealed class Recorder(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
    {
        private (int ComponentId, ulong Handler) _change;

        public List<string> Sent { get; } = [];

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public Task ShowAsync(RegistrationForm form) => Dispatcher.InvokeAsync(() => RenderRootComponentAsync(
            AssignRootComponentId(new Host()), ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Host.Form)] = form })));

        public Task ChangeAsync(string text) => Dispatcher.InvokeAsync(() => DispatchEventAsync(
            _change.Handler, new EventFieldInfo { ComponentId = _change.ComponentId, FieldValue = text }, new ChangeEventArgs { Value = text }));

        protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);

        protected override Task UpdateDisplayAsync(in RenderBatch batch)
        {
            Sent.Clear();
            for (int index = 0; index < batch.UpdatedComponents.Count; index++)
            {
                RenderTreeDiff diff = batch.UpdatedComponents.Array[index];
                Sent.AddRange(diff.Edits.Where(edit => edit.Type == RenderTreeEditType.SetAttribute)
                    .Select(edit => edit.ReferenceFrameIndex).ToList().ConvertAll(NameIn(batch)));
                Find(diff.ComponentId);
            }

            return Task.CompletedTask;
        }

        private static Converter<int, string> NameIn(RenderBatch batch) => frame => batch.ReferenceFrames.Array[frame].AttributeName;

        private void Find(int componentId)
        {
            ArrayRange<RenderTreeFrame> frames = GetCurrentRenderTreeFrames(componentId);
            for (int index = 0; index < frames.Count; index++)
            {
                RenderTreeFrame frame = frames.Array[index];
                if (frame is { FrameType: RenderTreeFrameType.Attribute, AttributeName: "onchange", AttributeEventHandlerId: > 0 })
                {
                    _change = (componentId, frame.AttributeEventHandlerId);
                }
            }
        }
    }

    private sealed class Host : ComponentBase
    {
        [Parameter]
        public RegistrationForm? Form { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<RegistrationForm>>(0);
            builder.AddComponentParameter(1, nameof(CascadingValue<RegistrationForm>.Value), Form);
            builder.AddComponentParameter(2, nameof(CascadingValue<RegistrationForm>.ChildContent), (RenderFragment)(inner =>
            {
                inner.OpenComponent<TextField>(0);
                inner.AddComponentParameter(1, nameof(TextField.Path), Name);
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
