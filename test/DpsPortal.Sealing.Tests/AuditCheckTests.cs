using System.Globalization;
using DpsPortal.Verifier;

namespace DpsPortal.Sealing.Tests;

/// <summary>Whether whoever rules the database can change what happened without being found out.</summary>
public sealed class AuditCheckTests
{
    private const int Seals = 4;
    private const int EventsInEach = 5;
    private static readonly DateTime Began = new(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_honest_trail_holds_and_says_how_much_of_it_there_is()
    {
        using var trail = new Trail();

        var finding = trail.Check.Check(trail.File, trail.File.Seals).ShouldHaveSingleItem();

        finding.Holds.ShouldBeTrue(finding.Text);
        finding.Text.ShouldContain("20 events under 4 seals, 1 not sealed yet");
    }

    /// <summary>Each a change of one honest trail, drawn with a fixed seed: a failure can be made again.</summary>
    [Fact]
    public void Of_10000_random_tampers_all_are_found()
    {
        using var trail = new Trail();
        using var forger = SigningKey.Create();
        var random = new Random(20261128);
        var unseen = new List<string>();
        var kinds = new HashSet<string>();

        for (var round = 0; round < 10_000; round++)
        {
            var (kind, tampered) = Tamper(trail, forger, random);
            kinds.Add(kind);
            if (trail.Check.Check(tampered, trail.File.Seals).All(f => f.Holds))
            {
                unseen.Add($"{round}: {kind}");
            }
        }

        unseen.ShouldBeEmpty();
        kinds.Count.ShouldBe(10);
    }

    [Fact]
    public void The_first_event_that_was_changed_is_named()
    {
        using var trail = new Trail();
        var events = trail.File.Events.ToList();
        foreach (var changed in new[] { 7, 3, 12 })
        {
            events[changed] = events[changed] with { Text = events[changed].Text.Replace("Publish", "Cancel", StringComparison.Ordinal) };
        }

        var wrong = trail.Check.Check(trail.File with { Events = events }, trail.File.Seals);

        wrong[0].Text.ShouldStartWith($"Event {Trail.IdOf(3)} (seal 1, number 4) was changed");
    }

    [Fact]
    public void A_tail_cut_off_behind_the_last_seal_put_away_outside_is_the_one_thing_that_goes_unseen()
    {
        using var trail = new Trail();
        var cut = trail.File with
        {
            Seals = [.. trail.File.Seals.Take(3)],
            Events = [.. trail.File.Events.Take(15)],
            Waiting = [],
        };

        trail.Check.Check(cut, [.. trail.File.Seals.Take(3)]).ShouldAllBe(f => f.Holds);
        trail.Check.Check(cut, trail.File.Seals).ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void The_program_checks_a_trail_with_what_was_put_away_outside()
    {
        using var trail = new Trail();
        using var output = new StringWriter();
        (string, string)[] files =
        [
            ("keys.json", SealingJson.WriteFile(trail.Keys)), ("audit.json", SealingJson.WriteFile(trail.File)),
            ("seals.jsonl", string.Join('\n', [AuditAnchors.FirstLine, .. trail.File.Seals.Select(SealingJson.Write), ""])),
        ];

        Checker.Run(files, output).ShouldBe(0, output.ToString());

        output.ToString().ShouldContain("4 seals as put away outside");
        Checker.Run([files[0], ("audit.json", files[1].Item2.Replace("Example 3", "Example 4", StringComparison.Ordinal))], output)
            .ShouldBe(1);
    }

    private static (string Kind, AuditFile File) Tamper(Trail trail, SigningKey forger, Random random)
    {
        var file = trail.File;
        var (events, seals) = (file.Events.ToList(), file.Seals.ToList());
        var (one, seal) = (random.Next(Seals * EventsInEach), random.Next(Seals));
        switch (random.Next(10))
        {
            case 0:
                events[one] = events[one] with { Text = Flip(events[one].Text, random) };
                return ("edit", file with { Events = events });
            case 1:
                var text = Flip(events[one].Text, random);
                events[one] = events[one] with { Text = text, Leaf = MerkleTree.Leaf(text) };
                return ("edit with its hash", file with { Events = events });
            case 2:
                events.RemoveAt(one);
                return ("delete", file with { Events = events });
            case 3:
                events.Insert(one, Trail.Event(1000 + random.Next(1000), null, null));
                return ("insert", file with { Events = events });
            case 4:
                var other = (one + 1 + random.Next((Seals * EventsInEach) - 1)) % (Seals * EventsInEach);
                (events[one], events[other]) = (
                    events[other] with { Seal = events[one].Seal, Position = events[one].Position },
                    events[one] with { Seal = events[other].Seal, Position = events[other].Position });
                return ("reorder", file with { Events = events });
            case 5:
                var kept = random.Next(Seals);
                return ("truncate", file with
                {
                    Seals = [.. seals.Take(kept)],
                    Events = [.. events.Take(kept * EventsInEach)],
                });
            case 6:
                seals[seal] = seals[seal] with { Signature = forger.Sign(seals[seal].Text).Signature };
                return ("replace the signature", file with { Seals = seals });
            case 7:
                events[one] = events[one] with
                {
                    Text = events[one].Text.Replace(
                        "2026-11-25", string.Create(CultureInfo.InvariantCulture, $"2026-11-{1 + random.Next(24):00}"),
                        StringComparison.Ordinal),
                };
                return ("backdate", file with { Events = events });
            case 8:
                seals.RemoveAt(seal);
                return ("take out a seal", file with { Seals = seals });
            default:
                seals[seal] = forger.Sign(seals[seal].Text.Replace("\"count\":5", "\"count\":4", StringComparison.Ordinal));
                return ("sign anew", file with { Seals = seals });
        }
    }

    private static string Flip(string text, Random random)
    {
        var at = random.Next(text.Length);
        return string.Concat(text.AsSpan(0, at), ((char)(text[at] ^ 1)).ToString(), text.AsSpan(at + 1));
    }

    private sealed class Trail : IDisposable
    {
        private readonly SigningKey _key = SigningKey.Create();

        public Trail()
        {
            var (seals, events, previous) = (new List<SignedText>(), new List<ExportedEvent>(), "");
            for (var number = 1; number <= Seals; number++)
            {
                ExportedEvent[] batch =
                [
                    .. Enumerable.Range(0, EventsInEach).Select(i => Event(((number - 1) * EventsInEach) + i, number, i)),
                ];
                seals.Add(_key.Sign(SealingJson.Write(new AuditSealText
                {
                    Format = AuditSealText.CurrentFormat,
                    Number = number,
                    Previous = previous,
                    Count = EventsInEach,
                    Root = MerkleTree.Root([.. batch.Select(e => e.Leaf!)]),
                    SealedAt = Began.AddMinutes(number),
                })));
                previous = AuditSealText.HeadOf(seals[^1].Text);
                events.AddRange(batch);
            }

            events.Add(Event(99, null, null));
            File = new AuditFile
            {
                Format = AuditFile.CurrentFormat,
                Seals = seals,
                Events = events,
                Waiting = [IdOf(99)],
            };
        }

        public AuditFile File { get; }
        public AuditCheck Check => new([_key.Public]);
        public KeysFile Keys => new() { Format = KeysFile.CurrentFormat, Keys = [_key.Public] };

        public static Guid IdOf(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

        public static ExportedEvent Event(int number, long? seal, int? position)
        {
            var text = SealingJson.Write(new AuditLine
            {
                Format = AuditLine.CurrentFormat,
                Id = IdOf(number),
                At = Began.AddSeconds(number),
                ActorName = string.Create(CultureInfo.InvariantCulture, $"Example {number}"),
                OrganisationName = "Northwick Vale LBC",
                ObjectType = "CallOff",
                ObjectId = Sample.CallOffId,
                Action = "Publish",
                Refused = false,
            });
            return new ExportedEvent(text, seal, position, seal is null ? null : MerkleTree.Leaf(text));
        }

        public void Dispose() => _key.Dispose();
    }
}
