using System.Net;
using Onboarding.Core.Partners;
using Onboarding.Portal.Integrations.Webhooks;

namespace Onboarding.Tests.Integration.Webhooks;

/// <summary>Where webhooks may go.</summary>
public sealed class WebhookNetworkTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Keeps_webhooks_out_of_what_is_not_the_public_internet(string address) =>
        new WebhookNetwork(new WebhookSettings()).Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("103.10.20.30")]
    [InlineData("172.32.0.1")]
    [InlineData("2400:cb00::1")]
    public void Lets_webhooks_go_to_the_public_internet(string address) =>
        new WebhookNetwork(new WebhookSettings()).Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public void Opens_a_private_network_and_this_machine_only_by_their_settings()
    {
        WebhookNetwork network = new(new WebhookSettings { Networks = [IPNetwork.Parse("10.20.0.0/16")] });
        network.Allows(IPAddress.Parse("10.20.1.1")).ShouldBeTrue();
        network.Allows(IPAddress.Parse("10.21.1.1")).ShouldBeFalse();
        network.Allows(IPAddress.Loopback).ShouldBeFalse();
        new WebhookNetwork(new WebhookSettings { AllowLoopback = true }).Allows(IPAddress.Loopback).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://mitra.example/hook", true)]
    [InlineData("https://mitra.example:8443/hook?x=1", true)]
    [InlineData("http://mitra.example/hook", false)]
    [InlineData("https://user:secret@mitra.example/", false)]
    [InlineData("https://mitra.example/#part", false)]
    [InlineData("ftp://mitra.example/", false)]
    [InlineData("https://localhost/hook", false)]
    [InlineData("http://127.0.0.1/hook", false)]
    [InlineData("//mitra.example", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Takes_only_plain_https_addresses(string address, bool isTaken) => new WebhookRules().Allows(address).ShouldBe(isTaken);
}
