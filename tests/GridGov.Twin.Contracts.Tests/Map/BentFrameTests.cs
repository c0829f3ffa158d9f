using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Contracts.Tests.Map;

public class BentFrameTests
{
    [Theory]
    [InlineData("a street node below 0", new byte[] { 0x22, 7, 0, 2, 0, 0, 2, 1, 3 })]
    [InlineData("bytes left over in a section", new byte[] { 0x26, 3, 5, 9, 9 })]
    [InlineData("a cell number beyond 31 bits", new byte[] { 0x21, 9, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1, 1, 1, 1 })]
    [InlineData("a varint of 70 bits", new byte[] { 0x26, 10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData("more things than the section has bytes", new byte[] { 0x86, 1, 1, 1 })]
    public void Bytes_no_writer_makes_are_refused(string what, byte[] body) =>
        Should.Throw<FormatException>(() => FrameReader.Body(default, body), what);
}
