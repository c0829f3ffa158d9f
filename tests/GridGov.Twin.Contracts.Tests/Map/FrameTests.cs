using System.Text.Json;
using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Contracts.Tests.Map;

public class FrameTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var frame = RandomFrames.Of(seed);
            var last = frame.Head with { Flags = default, Sequence = 0 };
            var head = FrameReader.Head(FrameWriter.Head(frame.Head), frame.Head.Flags.HasFlag(FrameFlags.Clock) ? default : last, out var bodyAt);
            head.ShouldBe(frame.Head, $"seed {seed}");
            Text(FrameReader.Body(head, new FrameWriter().Body(frame))).ShouldBe(Text(frame), $"seed {seed}");
        }
    }

    [Fact]
    public void A_frame_that_is_cut_short_or_bent_is_refused_or_read_as_another_but_never_breaks_the_reader()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            var frame = RandomFrames.Of(seed);
            var body = new FrameWriter().Body(frame).ToArray();
            if (body.Length == 0)
            {
                continue;
            }

            Should.Throw<FormatException>(() => FrameReader.Body(frame.Head, body.AsSpan(0, body.Length - 1)), $"seed {seed}");
            body[chance.Next(body.Length)] ^= (byte)(1 << chance.Next(8));
            try
            {
                FrameReader.Body(frame.Head, body);
            }
            catch (FormatException)
            {
                // Refused in words: what is asked for.
            }
        }
    }

    [Fact]
    public void Bytes_of_another_version_are_refused()
    {
        var head = FrameWriter.Head(new FrameHead(FrameFlags.Clock, 0, 0, 0, 0));
        Should.Throw<FormatException>(() => FrameReader.Head(head.AsSpan(0, head.Length - 1), default, out _));
        Should.Throw<FormatException>(() => FrameReader.Head([], default, out _));
        head[0] ^= 0x60;
        Should.Throw<FormatException>(() => FrameReader.Head(head, default, out _)).Message.ShouldContain("version 3");
    }

    [Fact]
    public void A_section_of_an_unknown_kind_is_passed_over()
    {
        var frame = RandomFrames.Of(4);
        byte[] body = [0x2F, 1, 1, 0x3F, 1, 1, .. new FrameWriter().Body(frame)];
        Text(FrameReader.Body(frame.Head, body)).ShouldBe(Text(frame));
    }

    [Fact]
    public void The_golden_frames_stay_as_browsers_know_them()
    {
        foreach (var golden in GoldenFrames.All())
        {
            var frame = JsonSerializer.Deserialize<MapFrame>(golden.Frame, GoldenFrames.Json)!;
            byte[] bytes = [.. FrameWriter.Head(frame.Head), .. new FrameWriter().Body(frame)];
            Convert.ToBase64String(bytes).ShouldBe(golden.Base64, golden.Name);
        }
    }

    private static string Text(MapFrame frame) => JsonSerializer.Serialize(frame, GoldenFrames.Json);
}
