using System.Security.Cryptography;
using DpsPortal.Opener;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Two of three custodians give back the key of the Opener's folder; one does not, nor does the file.</summary>
public sealed class EscrowTests : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("dps-escrow-test-").FullName;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    [InlineData(2, 3)]
    public void Any_two_custodians_bring_back_a_folder_that_was_restored_without_its_key(int one, int other)
    {
        var callOff = Guid.NewGuid();
        var before = Split(callOff);

        Recover(one, other).ShouldBe(0);

        using var again = new OpenerKeys(Keys);
        again.Of(callOff).ShouldBe([before]);
    }

    [Fact]
    public void One_custodian_twice_brings_nothing_back_and_leaves_nothing_behind()
    {
        Split(Guid.NewGuid());

        Recover(2, 2).ShouldBe(1);

        File.Exists(Path.Combine(Keys, EscrowCommands.Kek)).ShouldBeFalse();
    }

    [Fact]
    public void Custodians_of_another_folder_bring_nothing_back()
    {
        Split(Guid.NewGuid());
        var own = File.ReadAllText(CustodianOf(2));
        var other = Path.Combine(_work, "other");
        new OpenerKeys(other).Dispose();
        EscrowCommands.Split(other, Path.Combine(_work, "escrow"), TextWriter.Null).ShouldBe(0);
        File.WriteAllText(CustodianOf(2), own);

        Recover(1, 2).ShouldBe(1);
    }

    [Fact]
    public void A_key_that_is_there_is_never_replaced()
    {
        using (new OpenerKeys(Keys))
        {
        }

        var kek = File.ReadAllText(Path.Combine(Keys, EscrowCommands.Kek));
        EscrowCommands.Split(Keys, Path.Combine(_work, "escrow"), TextWriter.Null);

        Recover(1, 2).ShouldBe(1);

        File.ReadAllText(Path.Combine(Keys, EscrowCommands.Kek)).ShouldBe(kek);
    }

    [Fact]
    public void Of_a_folder_that_is_none_nothing_is_given_to_anybody()
    {
        var into = Path.Combine(_work, "escrow");

        EscrowCommands.Split(Path.Combine(_work, "mistyped"), into, TextWriter.Null).ShouldBe(1);

        Directory.Exists(into).ShouldBeFalse();
    }

    [Fact]
    public void Without_its_key_the_folder_opens_nothing_and_no_other_key_is_made_up()
    {
        Split(Guid.NewGuid());

        Should.Throw<CryptographicException>(() => new OpenerKeys(Keys));

        File.Exists(Path.Combine(Keys, EscrowCommands.Kek)).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);

    private string Keys => Path.Combine(_work, "keys");

    private string CustodianOf(int number) => Path.Combine(_work, "escrow", $"custodian-{number}.json");

    /// <returns>A box key of the folder, whose own key is taken away.</returns>
    private SignedBoxKey Split(Guid callOff)
    {
        SignedBoxKey made;
        using (var keys = new OpenerKeys(Keys))
        {
            made = keys.Make(callOff, DateTime.UnixEpoch);
        }

        EscrowCommands.Split(Keys, Path.Combine(_work, "escrow"), TextWriter.Null).ShouldBe(0);
        File.Delete(Path.Combine(Keys, EscrowCommands.Kek));
        return made;
    }

    private int Recover(int one, int other) => EscrowCommands.Recover(
        Keys, Path.Combine(_work, "escrow", "escrow.json"), CustodianOf(one), CustodianOf(other), TextWriter.Null);
}
